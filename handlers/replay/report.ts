import { preview, safe } from "./bytes";
import type { DeadLetter } from "./dead-letter";

/** Dead deadLetters as people read them: how many of each reason, and the newest ones. */
export function describeDeadLetters(deadLetters: readonly DeadLetter[], samples: number): string {
  const counts = new Map<string, number>();
  for (const { reason } of deadLetters) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const byReason = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${String(count).padStart(8)}  ${reason}`);
  const newest = [...deadLetters].sort((a, b) => Date.parse(b.at) - Date.parse(a.at)).slice(0, samples);
  return [`${deadLetters.length} dead letters`, ...byReason, ...newest.map(describe)].join("\n");
}

const describe = ({ of, letter, at, reason, detail, correlationId, key, value }: DeadLetter): string =>
  [
    `\n${of}  ${reason}  ${at}  (${letter})`,
    `  ${safe(detail)}`,
    `  correlation id ${correlationId === undefined ? "none" : preview(Buffer.from(correlationId))}, key ${preview(key, 40)}`,
    `  ${preview(value)}`,
  ].join("\n");
