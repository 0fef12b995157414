import { judge } from "../../../contracts/refusal";
import { FUTURE_TOLERANCE_SECONDS } from "../../../contracts/stock-price";

const NOW = 1_700_000_100;
const trade = { ticker: "AMZN", price: 178.25, volume: 100, timestamp: 1_700_000_000 };
const bytes = (value: unknown): Uint8Array => Buffer.from(typeof value === "string" ? value : JSON.stringify(value));
const reason = (value: Uint8Array | null): string => {
  const verdict = judge(value, NOW);
  return "reason" in verdict ? verdict.reason : "valid";
};

test("a trade is read, and its unknown fields pass", () => {
  expect(judge(bytes({ ...trade, venue: "XNAS" }), NOW)).toEqual({ trade });
});

test.each<[string, Uint8Array | null]>([
  ["empty", null],
  ["empty", bytes("")],
  ["invalid_json", bytes("hello")],
  ["invalid_json", bytes(`${JSON.stringify(trade)}x`)],
  ["invalid_json", Buffer.from([0x22, 0xff, 0x22])],
  ["invalid_json", bytes(`\ufeff${JSON.stringify(trade)}`)],
  ["not_an_object", bytes("null")],
  ["not_an_object", bytes([trade])],
  ["invalid_ticker", bytes({ ...trade, ticker: "ABCDEFGHIJKLM" })],
  ["invalid_price", bytes({ ...trade, price: 0 })],
  ["invalid_price", bytes({ ...trade, price: "1.5" })],
  ["invalid_volume", bytes({ ...trade, volume: 1.5 })],
  ["invalid_volume", bytes({ ...trade, volume: Number.MAX_SAFE_INTEGER + 1 })],
  ["invalid_timestamp", bytes({ ...trade, timestamp: 0 })],
  ["future", bytes({ ...trade, timestamp: NOW + FUTURE_TOLERANCE_SECONDS + 1 })],
])("%s: %s", (code, value) => {
  expect(reason(value)).toBe(code);
});

test("a timestamp at the edge of the tolerance passes", () => {
  expect(reason(bytes({ ...trade, timestamp: NOW + FUTURE_TOLERANCE_SECONDS }))).toBe("valid");
});

test("the first wrong field in the contract's order is the reason", () => {
  expect(reason(bytes({ timestamp: 0, volume: -1, price: 0, ticker: "AMZN" }))).toBe("invalid_price");
});

test("integers may be written as 1.0 or 1e2", () => {
  const written = '{"ticker":"AMZN","price":1e2,"volume":1.0,"timestamp":17e8}';
  expect(judge(bytes(written), NOW)).toEqual({ trade: { ...trade, price: 100, volume: 1, timestamp: 1_700_000_000 } });
});
