import type { PlacedTrade } from "./expected-windows";
import { NewestByTime } from "./newest-by-time";

/** How the job was told to treat time. */
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

export interface SentTrade extends PlacedTrade {
  /** The record's Kafka time, in unix milliseconds. */
  readonly sentMs: number;
}

/**
 * Which trades can be late, by the job's promises (flink-job/README.md). Event time is the least of all partitions that are not idle, and a
 * partition's is that of its newest trade, or the clock if that is earlier, less the out-of-orderness. So a window is over only once
 *
 * - the clock is past its end by the out-of-orderness, and
 * - the late trade's own partition has brought, before it, a trade that is. Restarts change nothing about that: the closed windows and
 *   the places in the partitions are of one checkpoint.
 *
 * The exception is a partition that was idle: then another partition's trade can have closed the window. In this traffic none is idle
 * but when the job cannot read it.
 */
export class Lateness {
  /** Newest timestamp that a partition had brought before the trade. */
  private readonly before = new Map<SentTrade, number>();
  private readonly newest: NewestByTime;

  /** @param idle when the job may have taken a partition for idle */
  constructor(
    trades: readonly SentTrade[],
    private readonly eventTime: EventTime,
    private readonly idle: readonly Span[],
  ) {
    this.newest = new NewestByTime(trades);
    const newest = new Map<number, number>();
    for (const trade of [...trades].sort((a, b) => Number(a.offset - b.offset))) {
      const { partition, timestamp } = trade;
      const until = newest.get(partition) ?? 0;
      this.before.set(trade, until);
      newest.set(partition, Math.max(until, timestamp));
    }
  }

  /** Why the job must not have refused the trade as late then, if so. */
  wrong(trade: SentTrade, refusedMs: number): string | undefined {
    const closingMs = this.closingMs(trade);
    if (refusedMs < closingMs) return `when the clock had not closed its window, ${closingMs - refusedMs} ms early`;
    if (!this.isOvertaken(trade)) return undefined;
    if (!this.idle.some(({ fromMs, untilMs }) => fromMs <= refusedMs && refusedMs <= untilMs))
      return "before its partition had closed its window, and was not idle";
    const newestMs = this.newest.ofOthers(trade.partition, refusedMs) * 1000;
    return newestMs >= closingMs ? undefined : "when no trade had closed its window";
  }

  /** Whether only another partition can have closed the window before the trade was read. */
  isOvertaken(trade: SentTrade): boolean {
    return (this.before.get(trade) ?? 0) * 1000 < this.closingMs(trade);
  }

  /** From which second of the clock, and of a newest trade, on the trade's window is over. */
  private closingMs({ timestamp }: SentTrade): number {
    const { windowSeconds, outOfOrdernessMs } = this.eventTime;
    return (Math.floor(timestamp / windowSeconds) + 1) * windowSeconds * 1000 + outOfOrdernessMs;
  }
}
