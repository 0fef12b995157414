import * as fc from "fast-check";
import type { Rules } from "../../../../module-kit/rules";

const LARGEST = 2 ** 31 - 1;

const patternsOf = ({ pattern, allOf = [] }: Rules): RegExp[] =>
  [pattern, ...allOf.map((each) => each.pattern)].filter((each) => each !== undefined).map((each) => new RegExp(each));

/** Whether the module takes the text. */
const takes = (rules: Rules, text: string): boolean =>
  text.length >= (rules.minLength ?? 0) &&
  text.length <= (rules.maxLength ?? Infinity) &&
  patternsOf(rules).every((pattern) => pattern.test(text));

/** Values that the module takes: any, and those at its bounds. */
export function values(rules: Rules): fc.Arbitrary<unknown> {
  if (rules.enum) return fc.constantFrom(...rules.enum);
  if (rules.type === "array") return lengths(rules.minItems ?? 0, rules.maxItems ?? 10_000);
  if (rules.type === "integer" || rules.type === "number") return numbers(rules);
  if (rules.formats?.includes("json")) return fc.json();
  return texts(rules);
}

function numbers({ minimum = 0, maximum = LARGEST, multipleOf = 1 }: Rules): fc.Arbitrary<number> {
  const highest = Math.min(maximum, LARGEST);
  const steps = fc.integer({ min: Math.ceil(minimum / multipleOf), max: Math.floor(highest / multipleOf) });
  return fc.oneof(
    fc.constantFrom(minimum, highest),
    steps.map((step) => step * multipleOf),
  );
}

/** Lists stand for their lengths: what is in them is another leaf. */
const lengths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));

function texts(rules: Rules): fc.Arbitrary<string> {
  const { minLength = 0, maxLength = 3_000 } = rules;
  const [pattern] = patternsOf(rules);
  const any = pattern
    ? fc.stringMatching(pattern)
    : fc.string({ minLength, maxLength: Math.min(maxLength, 3_000), unit: "binary-ascii" });
  const longest = any.chain((text) => fc.constantFrom(...stretched(rules, text)));
  return fc.oneof(any, longest).filter((text) => takes(rules, text));
}

/** The text, and it with characters repeated in its middle as often as the module takes it. */
function stretched(rules: Rules, text: string): string[] {
  const middle = Math.ceil(text.length / 2);
  const longer = [...'a0-_. "é', "\n"].flatMap((character) =>
    [1, 2, 8, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 10_000].map(
      (times) => text.slice(0, middle) + character.repeat(times) + text.slice(middle),
    ),
  );
  return [text, ...longer.filter((each) => takes(rules, each))];
}
