import { FORMATS } from "./formats";
import { literal } from "./hcl/expression";
import { snake } from "./names";
import { isOptional, meaningful, type NonNullRules, type Rules, withoutNull } from "./rules";

/** A rule of a Terraform variable. */
export interface Validation {
  /** An HCL expression that is true for an allowed value. */
  readonly condition: string;
  /** A sentence that names the variable and what is allowed. */
  readonly message: string;
}

/** Where a value stands: the expression for it, and how people call it. */
interface Place {
  readonly at: string;
  /** Such as `topics[*].partitions`. */
  readonly path: string;
  /** What messages call the value itself, if not by its path. */
  readonly label?: string;
  readonly mayBeNull: boolean;
  /** Iterator names that are taken around it. */
  readonly taken: readonly string[];
}

/** Terraform's validations for a variable: it refuses what zod refuses. */
export const validationsOf = (name: string, rules: Rules, mayBeNull: boolean): Validation[] =>
  validations(rules, { at: `var.${name}`, path: name, mayBeNull, taken: [] });

function validations(rules: Rules, place: Place): Validation[] {
  const { rules: inner, nullable } = withoutNull(rules);
  const found = [...ownRules(inner, place), ...elementRules(inner, place), ...fieldRules(inner, place)];
  if (!place.mayBeNull && !nullable) return found;
  // Before Terraform 1.12 both sides of || are evaluated; a conditional's other branch is not.
  return found.map((each) => ({ ...each, condition: `${place.at} == null ? true : ${each.condition}` }));
}

function ownRules(rules: NonNullRules, { at, path, label = path }: Place): Validation[] {
  const choices = rules.enum ?? (rules.const === undefined ? undefined : [rules.const]);
  const found: Validation[] = [];
  const must = (condition: string, what: string) => {
    const message = `${label} must ${what}.`;
    const same = found.findIndex((each) => each.message === message);
    if (same < 0) found.push({ condition, message });
    else found[same] = { condition: `${found[same]?.condition} && ${condition}`, message };
  };

  if (choices)
    must(
      `contains([${choices.map((choice) => literal(choice)).join(", ")}], ${at})`,
      `be ${choices.length > 1 ? "one of " : ""}${choices.join(", ")}`,
    );
  for (const { pattern } of [rules, ...(rules.allOf ?? [])]) {
    if (pattern) must(`can(regex(${literal(forRe2(pattern))}, ${at}))`, inWords(rules, path));
  }
  for (const format of rules.formats ?? []) {
    must(FORMATS[format]?.condition(at) ?? "false", inWords(rules, path));
  }
  const range = between(at, meaningful(rules.minimum), meaningful(rules.maximum));
  if (rules.type === "integer") {
    const whole = [`floor(${at}) == ${at}`, range?.condition].filter((each) => each !== undefined);
    must(whole.join(" && "), range ? `be a whole number, ${range.text}` : "be a whole number");
  } else if (range) {
    must(range.condition, `be ${range.text}`);
  }
  if (rules.exclusiveMinimum !== undefined)
    must(`${at} > ${rules.exclusiveMinimum}`, `be above ${rules.exclusiveMinimum}`);
  if (rules.exclusiveMaximum !== undefined)
    must(`${at} < ${rules.exclusiveMaximum}`, `be below ${rules.exclusiveMaximum}`);
  if (rules.multipleOf !== undefined) must(`${at} % ${rules.multipleOf} == 0`, `be a multiple of ${rules.multipleOf}`);
  const characters = between(`length(${at})`, rules.minLength, rules.maxLength);
  if (characters) must(characters.condition, `have ${counted(characters.text, "character")}`);
  const elements = between(`length(${at})`, rules.minItems, rules.maxItems);
  if (elements) must(elements.condition, `have ${counted(elements.text, "element")}`);
  return found;
}

/** JavaScript's literals need a slash escaped; RE2 and its readers do not. */
const forRe2 = (pattern: string) => pattern.replace(/\\(.)/gs, (pair, escaped) => (escaped === "/" ? "/" : pair));

/** Nobody should have to read a pattern to know what is allowed. */
function inWords({ hint, pattern }: Rules, path: string): string {
  if (hint) return hint;
  throw new Error(
    `${path}: say in words what ${pattern ? `/${pattern}/` : "its rules"} asks for: text(/…/, "be …"), or .meta({ hint: "be …" })`,
  );
}

function between(at: string, least: number | undefined, most: number | undefined) {
  if (least !== undefined && least === most) return { condition: `${at} == ${least}`, text: `exactly ${least}` };
  if (least !== undefined && most !== undefined) {
    return { condition: `${at} >= ${least} && ${at} <= ${most}`, text: `${least} to ${most}` };
  }
  if (least !== undefined) return { condition: `${at} >= ${least}`, text: `at least ${least}` };
  if (most !== undefined) return { condition: `${at} <= ${most}`, text: `at most ${most}` };
  return undefined;
}

const counted = (range: string, noun: string) =>
  `${range} ${noun}${/(^|least |most |exactly )1$/.test(range) ? "" : "s"}`;

function elementRules(rules: NonNullRules, place: Place): Validation[] {
  const { at, path } = place;
  const every = (inner: Rules | undefined, over: string, iterator: string, what: string): Validation[] => {
    if (!inner) return [];
    const name = unused(iterator, place.taken);
    const label = `Each ${what} of ${path}`;
    const element = { at: name, path: `${path}[*]`, label, mayBeNull: false, taken: [...place.taken, name] };
    return validations(inner, element).map((each) => ({
      ...each,
      condition: `alltrue([for ${name} in ${over} : ${each.condition}])`,
    }));
  };
  const element = singular(at);
  return [
    ...every(rules.items, at, element, "element"),
    ...every(rules.propertyNames, `keys(${at})`, "key", "key"),
    ...every(rules.additionalProperties, `values(${at})`, element, "value"),
  ];
}

function fieldRules(rules: NonNullRules, { at, path, taken }: Place): Validation[] {
  return Object.entries(rules.properties ?? {}).flatMap(([input, field]) => {
    const name = snake(input);
    const mayBeNull = isOptional(rules, input);
    return validations(field, { at: `${at}.${name}`, path: `${path}.${name}`, mayBeNull, taken });
  });
}

/** `var.topics` → `topic`: what one calls an element. */
function singular(at: string): string {
  const name = at.split(".").at(-1) ?? at;
  if (/ies$/.test(name)) return name.replace(/ies$/, "y");
  return /[^s]s$/.test(name) ? name.slice(0, -1) : "item";
}

const unused = (name: string, taken: readonly string[]): string =>
  taken.includes(name) ? unused(`${name}_`, taken) : name;
