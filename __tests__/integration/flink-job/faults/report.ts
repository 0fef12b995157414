import { spreadOf } from "../../../../bench/flink/statistics";
import { table } from "../../../../scripts/docs/sections";
import type { FaultKind } from "./schedule";
import type { Outcome } from "./suite";

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** What happened, how often, and how soon the next window came; and what of the records became of it. */
export function faultTable({ faults, records, windows, deadLetters, violations }: Outcome): string {
  const kinds = new Map<FaultKind, number[]>();
  for (const { kind, recoveryMs } of faults) kinds.set(kind, [...(kinds.get(kind) ?? []), recoveryMs]);
  const rows = [...kinds]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([kind, times]) => {
      const { median, greatest } = spreadOf(times);
      return [kind, String(times.length), seconds(median), seconds(greatest)];
    });
  const faultRows = table(["fault", "times", "next window after, median s", "longest s"], rows);
  const counts = `${records} records, ${windows} windows, ${deadLetters} dead letters, ${violations.length} violations.`;
  return `${faultRows}\n\n${counts}`;
}
