import fc from "fast-check";
import { numberText } from "./numbers";
import { stringContent, whitespace, withEscapes } from "./texts";
import { type Fields, members, object } from "./trades";

/** A trade with one unknown member more, somewhere. */
export const withMember = (valid: fc.Arbitrary<Fields>, json: fc.Arbitrary<string>) =>
  fc.tuple(valid, json, fc.nat({ max: 4 })).map(([fields, text, at]) => {
    const all = members(fields);
    return object([...all.slice(0, at), ['"more"', text], ...all.slice(at)]);
  });

/** Keys with escapes, in another case, without quotes, with more letters, or missing. */
export const strangeKeys = (valid: fc.Arbitrary<Fields>) =>
  fc
    .tuple(
      valid,
      fc.array(fc.oneof(fc.constant("same"), fc.constantFrom("escape", "case", "quotes", "longer", "gone", "string")), {
        minLength: 4,
        maxLength: 4,
      }),
      fc.infiniteStream(stringContent),
    )
    .chain(([fields, changes, contents]) => {
      const renamed = Object.entries(fields).map(([name, json], index) => {
        const change = changes[index];
        const named = (text: string) => fc.constant<[string, string][]>([[text, json]]);
        if (change === "escape") return withEscapes(name).map((text): [string, string][] => [[`"${text}"`, json]]);
        if (change === "case") return named(`"${name.toUpperCase()}"`);
        if (change === "quotes") return named(name);
        if (change === "longer") return named(`"${name}\\u0000"`);
        if (change === "string") return named(`"${contents.next().value}"`);
        return change === "gone" ? fc.constant<[string, string][]>([]) : named(`"${name}"`);
      });
      return fc.tuple(...renamed);
    })
    .map((lists) => object(lists.flat()));

/** Members in any order, some of them again with another value, which may be under an escaped name. */
export const duplicates = (valid: fc.Arbitrary<Fields>, now: number) =>
  fc
    .tuple(
      valid,
      fc.array(
        fc.tuple(
          fc.constantFrom("ticker", "price", "volume", "timestamp", "__proto__", ""),
          fc.oneof(fc.constantFrom("1", "-1", "1.5", '"A"', "null", "{}", "[]"), numberText(BigInt(now))),
          fc.boolean(),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      fc.nat(),
    )
    .map(([fields, again, turn]) => {
      const extra = again.map(([name, json, isEscaped]): [string, string] => [
        isEscaped && name ? `"\\u${name.charCodeAt(0).toString(16).padStart(4, "0")}${name.slice(1)}"` : `"${name}"`,
        json,
      ]);
      const all = [...members(fields), ...extra];
      const cut = turn % all.length;
      return object([...all.slice(cut), ...all.slice(0, cut)]);
    });

/** A trade with whitespace between its tokens. */
export const spaced = (valid: fc.Arbitrary<Fields>) =>
  fc.tuple(valid, fc.array(whitespace, { minLength: 18, maxLength: 18 })).map(([fields, spaces]) => {
    const parts = object(members(fields))
      .split(/([{}:,])/)
      .filter((part) => part !== "");
    return [...parts.map((part, index) => `${spaces[index] ?? ""}${part}`), spaces.at(-1)].join("");
  });

/** Brackets up to some hundred deep, most of them closed as they must be. */
export const nested = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: 1, maxLength: 300 }),
    fc.constantFrom("1", "", '"x"', "tru"),
    fc.nat({ max: 9 }),
  )
  .map(([objects, inner, fault]) => {
    const open = objects.map((isObject) => (isObject ? '{"a":' : "[")).join("");
    const close = objects
      .map((isObject) => (isObject ? "}" : "]"))
      .reverse()
      .join("");
    return `${open}${inner}${fault === 0 ? close.slice(1) : fault === 1 ? close.split("").reverse().join("") : close}`;
  });

/** Strings of up to some hundred thousand bytes. */
export const huge = fc
  .tuple(
    fc.constantFrom("a", "é", "\\n", "\\u00e9", "😀", " ", "[", "\\ud800", '"x'),
    fc.integer({ min: 10_000, max: 200_000 }),
  )
  .map(([unit, count]) => `"${unit.repeat(count)}"`);

/** JSON's tokens in any order. */
export const tokens = fc
  .array(
    fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ":",
      ",",
      '"ticker"',
      '"a"',
      "1",
      "-1.5e3",
      "true",
      "null",
      "nul",
      "'x'",
      " ",
      "//",
    ),
    {
      maxLength: 12,
    },
  )
  .map((list) => list.join(""));

const JUNK = ["", "x", "{}", ",", "}", "\u0000", "//", " 1", "\ufeff", "\u00a0", "\n", "null", "[", '"'];
/** A trade with something before it or after it. */
export const around = (trade: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(...JUNK), trade, fc.boolean())
    .map(([junk, text, isBefore]) => (isBefore ? `${junk}${text}` : `${text}${junk}`));
