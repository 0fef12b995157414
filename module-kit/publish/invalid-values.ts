import * as z from "zod";
import { meaningful, type NonNullRules, type Rules, withoutNull } from "../rules";

type Issue = z.core.$ZodIssue;

/**
 * Values of an input that its rules refuse, each because of another rule and of no other, for tests that show the refusals.
 *
 * @param valid A value that the rules allow, with elements where it can have some: wrong elements and fields are put into it.
 */
export function invalidValues(schema: z.core.$ZodType, rules: Rules, valid: unknown): unknown[] {
  const byRule = new Map<string, unknown>();
  for (const value of wrong(rules, valid)) {
    const broken = new Set(z.safeParse(schema, value).error?.issues.map((issue) => ruleOf(issue, rules)));
    const [rule] = broken;
    if (rule !== undefined && broken.size === 1 && !byRule.has(rule)) byRule.set(rule, value);
  }
  return [...byRule.values()];
}

/** The place and the kind of the rule that an issue is about; both ends of a range are one rule. */
function ruleOf(issue: Issue, rules: Rules): string {
  const place = general(issue.path, rules);
  if (issue.code === "invalid_key") return `${place} key ${issue.issues.map((each) => ruleOf(each, {})).join()}`;
  if (issue.code === "invalid_format") return `${place} ${issue.message}`;
  const kinds: Readonly<Record<string, string>> = { invalid_value: "choice", not_multiple_of: "multiple" };
  return `${place} ${kinds[issue.code] ?? "range"}`;
}

/** A path without the numbers of elements and the keys of maps. */
function general([part, ...rest]: readonly PropertyKey[], rules: Rules): string {
  if (part === undefined) return "";
  const { properties, items, additionalProperties } = "type" in rules || rules.anyOf ? withoutNull(rules).rules : rules;
  const field = properties?.[String(part)];
  return field ? `.${String(part)}${general(rest, field)}` : `[*]${general(rest, items ?? additionalProperties ?? {})}`;
}

function wrong(rules: Rules, valid: unknown): unknown[] {
  const inner = withoutNull(rules).rules;
  switch (inner.type) {
    case "string":
      return texts(inner, valid);
    case "number":
    case "integer":
      return numbers(inner);
    case "array":
      return lists(inner, valid);
    case "object":
      return inner.properties ? objects(inner.properties, valid) : maps(inner, valid);
    default:
      return [];
  }
}

function numbers({ minimum, maximum, exclusiveMinimum = 0, multipleOf = 1 }: NonNullRules): number[] {
  const [least, most] = [meaningful(minimum) ?? 0, meaningful(maximum) ?? 0];
  // Beyond the range by a whole multiple, so that nothing but the range is broken.
  return [most + multipleOf, least - multipleOf, 0.5, exclusiveMinimum, least + 1];
}

const texts = ({ maxLength = 0, minLength = 1 }: NonNullRules, valid: unknown): string[] => [
  "unheard-of",
  "Not allowed!",
  "two\nlines",
  "本",
  "",
  "x".repeat(maxLength + 1),
  "x".repeat(minLength - 1),
  ...(typeof valid === "string" && maxLength > 0 ? tooLong(valid, maxLength) : []),
];

/** The text with one of its characters repeated, so that its length is wrong and, for one of them, its form is not. */
const tooLong = (text: string, maxLength: number): string[] =>
  [...text].map((character, at) => text.slice(0, at) + character.repeat(maxLength) + text.slice(at));

const wrongElements = (rules: Rules | undefined, valid: unknown): unknown[] => (rules ? wrong(rules, valid) : []);

function lists({ items, minItems, maxItems }: NonNullRules, valid: unknown): unknown[] {
  const [element, ...others] = Array.isArray(valid) ? valid : [];
  const isShort = maxItems !== undefined && maxItems < 20 && element !== undefined;
  return [
    ...(minItems ? [[]] : []),
    ...(isShort ? [Array.from({ length: maxItems + 1 }, () => element)] : []),
    ...wrongElements(items, element).map((each) => [each, ...others]),
  ];
}

function objects(fields: Readonly<Record<string, Rules>>, valid: unknown): unknown[] {
  if (typeof valid !== "object" || valid === null) return [];
  const known = valid as Readonly<Record<string, unknown>>;
  return Object.entries(fields).flatMap(([name, field]) =>
    wrong(field, known[name]).map((value) => ({ ...known, [name]: value })),
  );
}

function maps({ additionalProperties: values, propertyNames: keys }: NonNullRules, valid: unknown): unknown[] {
  const [key = "key", value = plain(values)] = Object.entries(valid ?? {})[0] ?? [];
  return [
    ...wrongElements(keys && { ...keys, type: "string" }, key).map((each) => ({ [String(each)]: value })),
    ...wrongElements(values, value).map((each) => ({ [key]: each })),
  ];
}

/** A value for a map of which no case gives one. */
const plain = (rules: Rules | undefined): unknown => (rules?.type === "string" ? "value" : 1);
