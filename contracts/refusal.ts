import type { DeadLetterReason } from "./dead-letter";
import { FUTURE_TOLERANCE_SECONDS, StockPrice } from "./stock-price";

/** A reader that takes neither broken UTF-8 nor a byte-order mark, as RFC 8259 section 8.1 has it. */
const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const FIELDS = ["ticker", "price", "volume", "timestamp"] as const satisfies readonly (keyof StockPrice)[];

/** What a reader of the input topic makes of a record's value: the trade, or the first reason to refuse it. */
export type Verdict = { readonly trade: StockPrice } | { readonly reason: DeadLetterReason };

function parseJson(value: Uint8Array): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(UTF_8.decode(value)) };
  } catch {
    return undefined;
  }
}

/**
 * Judges the value of a record of the input topic by the contract. The Flink job's parser must agree with it on any bytes:
 * the two are tested on the same cases.
 * @param value the record's bytes; null is a tombstone
 * @param nowSeconds the clock, in unix seconds
 */
export function judge(value: Uint8Array | null, nowSeconds: number): Verdict {
  if (value === null || value.length === 0) return { reason: "empty" };
  const parsed = parseJson(value);
  if (!parsed) return { reason: "invalid_json" };
  const { json } = parsed;
  if (typeof json !== "object" || json === null || Array.isArray(json)) return { reason: "not_an_object" };
  const checked = StockPrice.safeParse(json);
  if (!checked.success) {
    const wrong = new Set(checked.error.issues.map(({ path }) => path[0]));
    return { reason: `invalid_${FIELDS.find((field) => wrong.has(field)) ?? "ticker"}` };
  }
  const { ticker, price, volume, timestamp } = checked.data;
  if (timestamp > nowSeconds + FUTURE_TOLERANCE_SECONDS) return { reason: "future" };
  return { trade: { ticker, price, volume, timestamp } };
}
