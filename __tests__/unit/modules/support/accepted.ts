import * as fc from "fast-check";
import * as z from "zod";
import { isOptional, type Rules, rulesOf, withoutNull } from "../../../../module-kit/rules";

/** Inputs that a module's rules accept: each by itself, so a precondition on several of them may still refuse them. */
export function accepted(inputs: z.ZodObject): fc.Arbitrary<Record<string, unknown>> {
  const rules = rulesOf(inputs);
  return fields(rules).filter((value) => z.safeParse(inputs, value).success) as fc.Arbitrary<Record<string, unknown>>;
}

const MOST = 3;

function value(rules: Rules): fc.Arbitrary<unknown> {
  const { rules: inner, nullable } = withoutNull(rules);
  const some = nonNull(inner);
  return nullable ? fc.option(some) : some;
}

function nonNull(rules: Rules): fc.Arbitrary<unknown> {
  const choices = rules.enum ?? (rules.const === undefined ? undefined : [rules.const]);
  if (choices) return fc.constantFrom(...choices);
  switch (rules.type) {
    case "string":
      return text(rules);
    case "integer":
      return whole(rules);
    case "number":
      return fc.double({ min: rules.minimum ?? -1e6, max: rules.maximum ?? 1e6, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(value(rules.items ?? {}), {
        minLength: rules.minItems ?? 0,
        maxLength: most(rules.minItems, rules.maxItems),
      });
    default:
      return rules.properties ? fields(rules) : map(rules);
  }
}

function fields(rules: Rules): fc.Arbitrary<unknown> {
  const properties = Object.entries(rules.properties ?? {});
  const requiredKeys = properties
    .map(([name]) => name)
    .filter((name) => !isOptional(rules, name) && rules.properties?.[name]?.default === undefined);
  return fc.record(Object.fromEntries(properties.map(([name, field]) => [name, value(field)])), { requiredKeys });
}

const map = (rules: Rules) =>
  fc.dictionary(text(rules.propertyNames ?? {}), value(rules.additionalProperties ?? {}), { maxKeys: MOST });

function text(rules: Rules): fc.Arbitrary<string> {
  if (rules.formats?.includes("json")) return fc.json();
  if (rules.formats?.includes("network")) return fc.constantFrom("10.0.0.0/16", "10.1.0.0/20", "192.168.8.0/24");
  if (rules.pattern) return fc.stringMatching(new RegExp(rules.pattern));
  const minLength = rules.minLength ?? 0;
  return fc.string({ unit: "grapheme-ascii", minLength, maxLength: rules.maxLength ?? minLength + 20 });
}

/** Steps of `multipleOf`, with the bounds more often than fast-check takes them by itself. */
function whole({ minimum = 0, maximum = 1e6, multipleOf = 1 }: Rules): fc.Arbitrary<number> {
  const [least, greatest] = [Math.ceil(minimum / multipleOf), Math.floor(maximum / multipleOf)];
  return fc
    .oneof(fc.integer({ min: least, max: greatest }), fc.constantFrom(least, greatest))
    .map((n) => n * multipleOf);
}

const most = (least = 0, greatest = Number.POSITIVE_INFINITY) => Math.min(greatest, least + MOST);
