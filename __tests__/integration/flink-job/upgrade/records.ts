import type { Kafka, Message } from "kafkajs";
import { seededRandom } from "../../../../handlers/producer/random";
import type { EventTime } from "../faults/lateness";
import { PARTITIONS, TOPICS } from "../faults/rig";

/** What the savepoints were taken with: they hold windows of this length. */
const WINDOW_SECONDS = 60;
export const EVENT_TIME: EventTime = {
  windowSeconds: WINDOW_SECONDS,
  outOfOrdernessMs: 5000,
  // No partition is to be taken for idle while a busy machine has not read it yet.
  idlenessMs: 600_000,
  allowedLatenessSeconds: 30,
};

export const TICKERS = ["AAPL", "AMZN", "BRK.B", "MSFT"] as const;
export const CLOSING_TICKER = "CLOSE";

/** Start of a window, in the past on every clock. */
const FIRST_SECOND = 1_700_000_040;
/** Windows that are over when the savepoint is taken; the next one is open. */
export const CLOSED_WINDOWS = 2;
export const OPEN_FROM = FIRST_SECOND + CLOSED_WINDOWS * WINDOW_SECONDS;
const SAVEPOINT_AT = OPEN_FROM + WINDOW_SECONDS / 2;

const CLOSING_SECOND = OPEN_FROM + 20 * WINDOW_SECONDS;

const TRADES_A_SECOND = 8;
/** Less than the job waits for, so that no trade is late. */
const DISORDER_SECONDS = 3;

export type PlacedMessage = Message & { readonly partition: number };

/** A record's time, which the job decides lateness by: as if it had come to Kafka when it was traded. */
const kafkaTime = (seconds: number): string => String(seconds * 1000);

/** What no window counts. */
const junk = (value: string): PlacedMessage => ({
  partition: 0,
  key: "junk",
  value,
  timestamp: kafkaTime(FIRST_SECOND),
});

/** Trades of the seconds from `from` to `to`. They never change: the savepoints have counted them. */
function trades(from: number, to: number): PlacedMessage[] {
  const random = seededRandom(from);
  const below = (limit: number) => Math.floor(random() * limit);
  return Array.from({ length: (to - from) * TRADES_A_SECOND }, (_, index) => {
    const ticker = TICKERS[below(TICKERS.length)]!;
    const timestamp = from + Math.floor(index / TRADES_A_SECOND) + below(DISORDER_SECONDS + 1);
    const trade = { ticker, price: 1 + below(1e6) / 1e3, volume: below(1000), timestamp };
    const kafkaSeconds = from + Math.floor(index / TRADES_A_SECOND) + DISORDER_SECONDS;
    return {
      partition: below(PARTITIONS),
      key: ticker,
      value: JSON.stringify(trade),
      timestamp: kafkaTime(kafkaSeconds),
    };
  });
}

/** What was there when the savepoint was taken. */
export const BEFORE: readonly PlacedMessage[] = [...trades(FIRST_SECOND, SAVEPOINT_AT), junk("{")];
/** What comes after it: the first trades belong to the window that it leaves open. */
export const AFTER: readonly PlacedMessage[] = [
  ...trades(SAVEPOINT_AT, SAVEPOINT_AT + 3 * WINDOW_SECONDS),
  junk("[1]"),
  ...Array.from({ length: PARTITIONS }, (_, partition) => ({
    partition,
    key: CLOSING_TICKER,
    value: JSON.stringify({ ticker: CLOSING_TICKER, price: 1, volume: 1, timestamp: CLOSING_SECOND }),
    timestamp: kafkaTime(CLOSING_SECOND),
  })),
];
/** When everything is over. */
export const LATE: PlacedMessage = {
  partition: 0,
  key: TICKERS[0],
  timestamp: kafkaTime(CLOSING_SECOND),
  value: JSON.stringify({ ticker: TICKERS[0], price: 1, volume: 1, timestamp: OPEN_FROM }),
};

/** Writes them in their order, so that they have the same offsets each time. */
export async function write(kafka: Kafka, messages: readonly PlacedMessage[]): Promise<void> {
  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  try {
    await producer.send({ topic: TOPICS.input, messages: [...messages] });
  } finally {
    await producer.disconnect();
  }
}
