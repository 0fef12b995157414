import { seededRandom } from "../../../../handlers/producer/random";
import type { EventTime } from "../faults/lateness";
import type { PlacedMessage } from "../upgrade/records";

export const PARTITIONS = 3;
export const EVENT_TIME: EventTime = {
  windowSeconds: 60,
  outOfOrdernessMs: 5000,
  // Longer than the pauses of the topic that is written while the job reads, on a busy machine too.
  idlenessMs: 12_000,
  allowedLatenessSeconds: 60,
};

const MINUTES = 10;
/** All windows, those of fast clocks too, are over on the clock. */
const AGE_SECONDS = 1200;
const TRADES_A_SECOND = 12;
const TICKERS = ["AAPL", "AMZN", "BRK.B", "MSFT"] as const;

/** Shares of the trades by how far their producer's clock is from Kafka's time, in seconds. */
const CLOCKS = [
  { share: 0.01, seconds: 240 },
  { share: 0.005, seconds: 600 },
  { share: 0.02, seconds: -60 },
  { share: 0.02, seconds: -130 },
] as const;

const clockAt = (share: number): number => {
  let upTo = 0;
  for (const { share: of, seconds } of CLOCKS) {
    upTo += of;
    if (share < upTo) return seconds;
  }
  return 0;
};

/**
 * Ten minutes of a topic as its broker would have stamped it, in the order in which the records came, in steps of `stepSeconds`. Some clocks are
 * fast within the tolerance and beyond, others are slow within the allowed lateness and beyond.
 * @param nowSeconds the clock, in unix seconds
 */
export function recording(seed: number, nowSeconds: number, stepSeconds: number): PlacedMessage[][] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const start = Math.floor(nowSeconds / 60) * 60 - AGE_SECONDS;
  const record = (second: number): PlacedMessage => {
    const ticker = TICKERS[below(TICKERS.length)]!;
    const timestamp = second - below(4) + clockAt(random());
    const trade = { ticker, price: 1 + below(1e6) / 1e3, volume: below(1000), timestamp };
    return {
      partition: below(PARTITIONS),
      key: ticker,
      value: random() < 0.002 ? "{" : JSON.stringify(trade),
      timestamp: String(second * 1000),
    };
  };
  return Array.from({ length: (MINUTES * 60) / stepSeconds }, (_, step) =>
    Array.from({ length: stepSeconds * TRADES_A_SECOND }, (__, index) =>
      record(start + step * stepSeconds + Math.floor(index / TRADES_A_SECOND)),
    ),
  );
}
