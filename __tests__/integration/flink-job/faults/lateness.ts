import type { PlacedTrade } from "./expected-windows";

/** How the job treats time. */
export interface EventTime {
  readonly windowSeconds: number;
  readonly outOfOrdernessMs: number;
  readonly idlenessMs: number;
}

/** From one unix millisecond to another. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/**
 * Which trades can be late, by the job's promises (flink-job/README.md). Event time is the least of all partitions that are not idle, and a
 * partition's is that of its newest trade, or the clock if that is earlier, less the out-of-orderness. So a window is over only once
 *
 * - the clock is past its end by the out-of-orderness, and
 * - the late trade's own partition has brought, before it, a trade that is. Restarts change nothing about that: the closed windows and
 *   the places in the partitions are of one checkpoint.
 *
 * In this traffic no partition is idle: one that the job cannot read is none.
 */
export class Lateness {
  /** Newest timestamp that a partition had brought before the trade. */
  private readonly before = new Map<PlacedTrade, number>();

  constructor(
    trades: readonly PlacedTrade[],
    private readonly eventTime: EventTime,
  ) {
    const newest = new Map<number, number>();
    for (const trade of [...trades].sort((a, b) => Number(a.offset - b.offset))) {
      const { partition, timestamp } = trade;
      const until = newest.get(partition) ?? 0;
      this.before.set(trade, until);
      newest.set(partition, Math.max(until, timestamp));
    }
  }

  /** Why the job must not have refused the trade as late then, if so. */
  wrong(trade: PlacedTrade, refusedMs: number): string | undefined {
    const closingMs = this.closingMs(trade);
    if (refusedMs < closingMs) return `when the clock had not closed its window, ${closingMs - refusedMs} ms early`;
    return (this.before.get(trade) ?? 0) * 1000 < closingMs ? "before its partition had closed its window" : undefined;
  }

  /** From which second of the clock, and of a newest trade, on the trade's window is over. */
  private closingMs({ timestamp }: PlacedTrade): number {
    const { windowSeconds, outOfOrdernessMs } = this.eventTime;
    return (Math.floor(timestamp / windowSeconds) + 1) * windowSeconds * 1000 + outOfOrdernessMs;
  }
}
