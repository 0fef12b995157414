import * as z from "zod";
import { meaningful, type NonNullRules, type Rules, withoutNull } from "../rules";

/**
 * A value of the right type that an input's rules refuse, for a test that shows the refusal.
 * Undefined when the rules refuse nothing, or nothing that is short enough to show.
 */
export function refusedValue(schema: z.core.$ZodType, rules: Rules): unknown {
  return candidates(withoutNull(rules).rules).find((value) => !z.safeParse(schema, value).success);
}

const LONGEST = 80;

function candidates(rules: NonNullRules): unknown[] {
  switch (rules.type) {
    case "string":
      return ["unheard-of", "", "Not allowed!", "x".repeat(Math.min((rules.maxLength ?? 0) + 1, LONGEST))];
    case "number":
    case "integer":
      return [(meaningful(rules.maximum) ?? 0) + 1, (meaningful(rules.minimum) ?? 0) - 1, 0.5];
    case "array":
      return [[], ...candidatesOf(rules.items).map((item) => [item])];
    case "object":
      return rules.properties ? [] : mapCandidates(rules);
    default:
      return [];
  }
}

function mapCandidates({ additionalProperties: values, propertyNames: keys }: NonNullRules): unknown[] {
  const scalar = withoutNull(values ?? {}).rules.type;
  // A value of several fields would hide which rule refuses it.
  if (scalar !== "string" && scalar !== "integer" && scalar !== "number") return [];
  const valid = scalar === "string" ? "value" : 1;
  return [
    ...candidatesOf(keys && { ...keys, type: "string" }).map((key) => ({ [String(key)]: valid })),
    ...candidatesOf(values).map((value) => ({ key: value })),
  ];
}

const candidatesOf = (rules: Rules | undefined) => (rules ? candidates(withoutNull(rules).rules) : []);
