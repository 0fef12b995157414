import { problemOf } from "../../../../handlers/replay/check";
import type { Replacement } from "../../../../handlers/replay/lines";

const NOW = 1_700_000_100;
const TRADE = { ticker: "AMZN", price: 1, volume: 1, timestamp: NOW };
const CIRCUMSTANCES = { now: NOW, allowLate: false };

const problem = (value: unknown, more = {}, headers: Replacement["headers"] = []) =>
  problemOf(
    {
      line: 1,
      of: "prices/0/1",
      reason: "invalid_price",
      at: "2026-01-01T00:00:00.000Z",
      key: null,
      value: value === null ? null : Buffer.from(typeof value === "string" ? value : JSON.stringify(value)),
      headers,
    },
    { ...CIRCUMSTANCES, ...more },
  );

test("a trade of an open window may be published", () => {
  expect(problem(TRADE)).toBeUndefined();
});

test.each<[unknown, string]>([
  [null, "value is empty; it must be a trade as JSON"],
  ["hello\u001b", "value is hello\\u{1b}; it must be JSON in UTF-8"],
  ["[1]", "value is [1]; it must be a JSON object"],
  [{ ...TRADE, price: -1 }, "price is -1; Too small: expected number to be >0"],
  [{ ...TRADE, volume: "1" }, 'volume is "1"; Invalid input: expected number, received string'],
  [{ price: 1 }, "ticker is missing; Invalid input: expected string, received undefined"],
  [
    { ...TRADE, timestamp: NOW + 301 },
    `timestamp is ${NOW + 301}; it must be at most 300 s ahead of the clock, ${NOW}`,
  ],
])("%j is refused with field, value and what is allowed", (value, expected) => {
  expect(problem(value)).toBe(expected);
});

describe("a trade whose window is over", () => {
  // The window from 1,699,999,980 to 1,700,000,040, which takes trades for an hour and 5 s.
  const late = { ...TRADE, timestamp: 1_700_000_000 };
  const until = 1_700_003_645;
  test("may be published within the allowed lateness", () => {
    expect(problem(late, { now: until })).toBeUndefined();
  });
  test("would be late afterwards", () => {
    expect(problem(late, { now: until + 1 })).toMatch(
      /^timestamp is 1700000000, whose window ended at 1700000040 and took trades until 1700003645; it is 1700003646, .*\(--allow-late/,
    );
  });
  test("is let through when one insists", () => {
    expect(problem(late, { now: until + 1, allowLate: true })).toBeUndefined();
  });
});

test("a header without a value is refused, because it cannot be written", () => {
  expect(problem(TRADE, {}, [["none", null]])).toMatch(/^the header none is null/);
});
