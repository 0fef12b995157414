import { expectedWindows, type PlacedTrade } from "../../../integration/flink-job/faults/expected-windows";

const at = (timestamp: number, price: number, partition: number, offset: bigint): PlacedTrade => ({
  ticker: "AMZN",
  price,
  volume: 3,
  timestamp,
  partition,
  offset,
});

test("open and close are the first and last by second, then partition, then offset", () => {
  const trades = [at(61, 4, 1, 0n), at(61, 3, 0, 9n), at(60, 2, 0, 8n), at(60, 1, 0, 7n)];
  const [window] = expectedWindows(trades, 60).values();
  expect(window).toEqual({
    ticker: "AMZN",
    window_start: 60,
    window_end: 120,
    record_count: 4,
    price_sum: 10,
    price_avg: 2.5,
    price_min: 1,
    price_max: 4,
    price_open: 1,
    price_close: 4,
    volume_sum: 12,
  });
});

test("a trade on the edge belongs to the window that begins", () => {
  expect([...expectedWindows([at(59, 1, 0, 0n), at(60, 1, 0, 1n)], 60).keys()]).toEqual(["AMZN 0", "AMZN 60"]);
});
