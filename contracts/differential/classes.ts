import fc from "fast-check";
import { brokenUtf8, damagedBytes } from "./damage";
import { numberText } from "./numbers";
import { around, duplicates, huge, nested, spaced, strangeKeys, tokens, withMember } from "./shapes";
import { stringContent, tickerText } from "./texts";
import { anyJson, type Fields, members, object, validFields } from "./trades";

/** A kind of case. */
export interface CaseClass {
  readonly name: string;
  /** Part of all cases, relative to the others'. */
  readonly share: number;
  readonly values: fc.Arbitrary<Buffer>;
}

const bytes = (texts: fc.Arbitrary<string>): fc.Arbitrary<Buffer> => texts.map((text) => Buffer.from(text));

/** Every class of case. @param now the clock by which they are judged, in unix seconds */
export function caseClasses(now: number): readonly CaseClass[] {
  const valid = validFields(now);
  const trade = valid.map((fields) => object(members(fields)));
  const withField = (name: keyof Fields, json: fc.Arbitrary<string>) =>
    fc.tuple(valid, json).map(([fields, text]) => object(members({ ...fields, [name]: text })));
  return [
    { name: "valid", share: 2, values: bytes(trade) },
    {
      name: "numbers",
      share: 6,
      values: bytes(
        fc.oneof(
          withField("price", numberText(1n)),
          withField("volume", numberText(100n)),
          withField("timestamp", numberText(BigInt(now + 300))),
        ),
      ),
    },
    {
      name: "types",
      share: 1,
      values: bytes(
        fc
          .constantFrom<keyof Fields>("ticker", "price", "volume", "timestamp")
          .chain((name) => withField(name, anyJson)),
      ),
    },
    { name: "tickers", share: 3, values: bytes(withField("ticker", tickerText)) },
    { name: "keys", share: 3, values: bytes(strangeKeys(valid)) },
    { name: "duplicate keys", share: 3, values: bytes(duplicates(valid, now)) },
    {
      name: "strings",
      share: 2,
      values: bytes(
        withMember(
          valid,
          stringContent.map((content) => `"${content}"`),
        ),
      ),
    },
    { name: "whitespace", share: 2, values: bytes(spaced(valid)) },
    { name: "nesting", share: 1, values: bytes(withMember(valid, nested)) },
    { name: "huge", share: 0.02, values: bytes(withMember(valid, huge)) },
    { name: "no trade", share: 2, values: bytes(fc.oneof(anyJson, tokens)) },
    { name: "around the value", share: 2, values: bytes(around(trade)) },
    { name: "broken UTF-8", share: 2, values: brokenUtf8(trade) },
    { name: "damaged", share: 6, values: damagedBytes(trade) },
    { name: "any bytes", share: 1, values: fc.uint8Array({ maxLength: 40 }).map((some) => Buffer.from(some)) },
  ];
}
