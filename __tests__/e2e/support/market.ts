import type { Message } from "kafkajs";
import type { StockPrice } from "../../../contracts/stock-price";

/** Tickers that the laptop's own producer never uses. */
export const TICKERS = ["E2E.A", "E2E.B", "E2E-C"] as const;
/** Two windows, the seconds that time may lag behind, a checkpoint, and as much again for a slow machine. */
export const SECONDS_UNTIL_RESULTS = 240;

/**
 * Start of the minute that has just begun, in unix seconds; waits for the next one where this one is nearly over. Its window and the
 * one after it are still open, and close once Kafka's time has passed them: trades ahead of it move time only as it does.
 */
export async function minuteWithTimeLeft(): Promise<number> {
  const passed = (Date.now() / 1000) % 60;
  if (passed > 40) await new Promise((resolve) => setTimeout(resolve, (60.5 - passed) * 1000));
  return Math.floor(Date.now() / 60_000) * 60;
}

const FLUSH_TICKER = "E2E.FLUSH";

const message = (price: StockPrice, correlationId: string): Message => ({
  key: price.ticker,
  value: JSON.stringify(price),
  headers: { correlation_id: correlationId },
});

/** Prices in two windows that follow each other, out of order, with gaps and equal values; the same for one `start`. */
export function prices(start: number): StockPrice[] {
  return TICKERS.flatMap((ticker, nth) =>
    Array.from({ length: 200 + nth }, (_, index) => ({
      ticker,
      price: 100 + nth * 10 + ((index * 37) % 101) / 8,
      volume: (index * 13) % 500,
      // One price a second and no two at once, so that open and close are not a matter of arrival.
      timestamp: start + ((index * 7) % 120),
    })),
  ).filter(
    ({ ticker, timestamp }, index, all) =>
      all.findIndex((other) => other.ticker === ticker && other.timestamp === timestamp) === index,
  );
}

export const messages = (all: readonly StockPrice[]): Message[] =>
  all.map((price, index) => message(price, `e2e-${index}`));

/** Prices after both windows, one in every partition, for time is that of the slowest partition. */
export function flush(start: number, partitions: number): Message[] {
  return Array.from({ length: partitions }, (_, partition) => ({
    ...message({ ticker: FLUSH_TICKER, price: 1, volume: 0, timestamp: start + 120 + 15 }, "e2e-flush"),
    partition,
  }));
}

/** Records that the job must refuse, with the reason that it must give. */
export function invalidTrades(start: number): { reason: string; record: Message }[] {
  const price = { ticker: "E2E.A", price: 1, volume: 1, timestamp: start };
  const bad = (reason: string, value: string | Buffer | null, id: string = reason) => ({
    reason,
    record: { key: `bad-${id}`, value, headers: { correlation_id: `e2e-bad-${id}`, origin: "e2e" } },
  });
  const json = (changes: object) => JSON.stringify({ ...price, ...changes });
  return [
    bad("invalid_json", "{"),
    bad("invalid_json", Buffer.from([0xff, 0xfe, 0x00, 0x80]), "bytes"),
    bad("not_an_object", "[1, 2]"),
    bad("empty", null),
    bad("invalid_ticker", json({ ticker: "amzn" })),
    bad("invalid_price", json({ price: 0 })),
    bad("invalid_price", json({ price: "1.5" }), "text"),
    bad("invalid_volume", json({ volume: -1 })),
    bad("invalid_volume", json({ volume: 1.5 }), "fraction"),
    bad("invalid_timestamp", json({ timestamp: 0 })),
    bad("future", json({ timestamp: start + 86_400 })),
    bad("late", json({ timestamp: start - 7200 })),
  ];
}
