import type { Span } from "./lateness";
import type { FaultKind } from "./schedule";

/** Faults in which the job runs and cannot read. */
const KEEPS_FROM_READING: ReadonlySet<FaultKind> = new Set([
  "broker restarted",
  "broker killed",
  "broker paused",
  "network cut",
  "network silent",
]);

/** Partitions that were idle are read again one after the other, each within the clients' longest wait between attempts (1 s). */
const CATCHING_UP_MS = 2000;

/** A fault, with its time up to the job's recovery from it. */
export interface FaultSpan extends Span {
  readonly kind: FaultKind;
}

/**
 * When the job may have taken a partition for idle while it has read others: from the idleness after a fault that keeps it from reading,
 * until it has caught up. A fault that follows before it has makes that later.
 * @param faults in their order
 */
export function idleTimes(faults: readonly FaultSpan[], idlenessMs: number): Span[] {
  const times: Span[] = [];
  for (const { kind, fromMs, untilMs: recoveredMs } of faults) {
    const [last, untilMs] = [times.at(-1), recoveredMs + CATCHING_UP_MS];
    if (last && fromMs <= last.untilMs) times[times.length - 1] = { ...last, untilMs };
    else if (KEEPS_FROM_READING.has(kind)) times.push({ fromMs: fromMs + idlenessMs, untilMs });
  }
  return times;
}
