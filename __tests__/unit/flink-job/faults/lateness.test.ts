import type { PlacedTrade } from "../../../integration/flink-job/faults/expected-windows";
import { Lateness } from "../../../integration/flink-job/faults/lateness";

/** A window begins at 600 and ends at 660; event time passes it 5 s later. */
const END = 660;
const CLOSING = END + 5;
const TIME = { windowSeconds: 60, outOfOrdernessMs: 5000, idlenessMs: 30_000 };

const at = (timestamp: number, partition: number, offset: bigint): PlacedTrade => ({
  ticker: "AMZN",
  price: 1,
  volume: 1,
  timestamp,
  partition,
  offset,
});
const late = at(END - 1, 0, 5n);
const wrong = (others: readonly PlacedTrade[], refusedMs: number) =>
  new Lateness([late, ...others], TIME).wrong(late, refusedMs);

test("a trade may be late once its own partition has brought one that closes its window", () => {
  expect(wrong([at(CLOSING, 0, 4n)], CLOSING * 1000)).toBeUndefined();
});

test.each([
  ["is a second too old", at(CLOSING - 1, 0, 4n)],
  ["comes after it", at(CLOSING, 0, 6n)],
  ["is of another partition", at(CLOSING, 1, 4n)],
])("it may not be late while the trade that closes its window %s", (_, other) => {
  expect(wrong([other], 1_000_000)).toBe("before its partition had closed its window");
});

test("it may not be late while the clock has not closed its window, however new other trades are", () => {
  expect(wrong([at(CLOSING + 100, 0, 4n)], CLOSING * 1000 - 1)).toBe(
    "when the clock had not closed its window, 1 ms early",
  );
});
