import { Lateness, type SentTrade } from "../../../integration/flink-job/faults/lateness";

/** A window begins at 600 and ends at 660; event time passes it 5 s later. */
const END = 660;
const CLOSING = END + 5;
const TIME = { windowSeconds: 60, outOfOrdernessMs: 5000, idlenessMs: 30_000 };
const IDLE = [{ fromMs: 700_000, untilMs: 800_000 }];

const at = (timestamp: number, partition: number, offset: bigint, sentMs = timestamp * 1000): SentTrade => ({
  ticker: "AMZN",
  price: 1,
  volume: 1,
  timestamp,
  partition,
  offset,
  sentMs,
});
const late = at(END - 1, 0, 5n);
const wrong = (others: readonly SentTrade[], refusedMs: number) =>
  new Lateness([late, ...others], TIME, IDLE).wrong(late, refusedMs);

test("a trade may be late once its own partition has brought one that closes its window", () => {
  expect(wrong([at(CLOSING, 0, 4n)], CLOSING * 1000)).toBeUndefined();
});

test.each([
  ["is a second too old", at(CLOSING - 1, 0, 4n)],
  ["comes after it", at(CLOSING, 0, 6n)],
  ["is of another partition", at(CLOSING, 1, 4n)],
])("it may not be late while the trade that closes its window %s", (_, other) => {
  expect(wrong([other], 1_000_000)).toBe("before its partition had closed its window, and was not idle");
});

test("it may not be late while the clock has not closed its window, however new other trades are", () => {
  expect(wrong([at(CLOSING + 100, 0, 4n)], CLOSING * 1000 - 1)).toBe(
    "when the clock had not closed its window, 1 ms early",
  );
});

test("while its partition was idle, another may have closed its window", () => {
  expect(wrong([at(CLOSING, 1, 9n)], 700_000)).toBeUndefined();
  expect(wrong([at(CLOSING, 1, 9n)], 800_001)).toBe("before its partition had closed its window, and was not idle");
});

test.each([
  ["is a second too old", at(CLOSING - 1, 1, 4n)],
  ["is its own, after it", at(CLOSING, 0, 6n)],
  ["was sent later", at(CLOSING, 1, 4n, 700_001)],
])("not so when the trade that closes its window %s", (_, other) => {
  expect(wrong([other], 700_000)).toBe("when no trade had closed its window");
});
