import * as z from "zod";
import { FORMATS } from "./formats";

type Type = "string" | "number" | "integer" | "boolean" | "array" | "object" | "null";

/** The part of JSON Schema that zod writes for the rules a module may use. */
export interface Rules {
  readonly type?: Type | readonly Type[];
  readonly anyOf?: readonly Rules[];
  readonly allOf?: readonly Rules[];
  readonly const?: string | number;
  readonly enum?: readonly (string | number)[];
  readonly items?: Rules;
  readonly properties?: Readonly<Record<string, Rules>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Rules;
  readonly propertyNames?: Rules;
  readonly default?: unknown;
  readonly description?: string;
  readonly pattern?: string;
  /** Rules of `formats.ts`, by name. */
  readonly formats?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** `.meta({ uniqueItems: true })`: a set instead of a list. */
  readonly uniqueItems?: boolean;
  /** `.meta({ sensitive: true })`: Terraform hides the value. */
  readonly sensitive?: boolean;
  /** `.meta({ hint: "be …" })`: what a pattern asks for, to complete "<input> must …". */
  readonly hint?: string;
}

const TYPES = "string number boolean array object record enum literal optional nullable default".split(" ");
const CHECKS =
  "greater_than less_than multiple_of min_length max_length length_equals string_format number_format".split(" ");
/** Those of zod's formats that are a pattern and nothing else; the rest have code next to it, or only code. */
const PATTERNS = "regex starts_with ends_with includes".split(" ");
/** Everything `conditions` and `typeOf` understand; whatever else zod may write would be lost. */
const KEYWORDS = new Set(
  (
    "$schema type anyOf allOf const enum items properties required additionalProperties propertyNames default description " +
    "pattern format formats minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength minItems maxItems uniqueItems sensitive hint"
  ).split(" "),
);

interface Check {
  readonly check?: string;
  readonly format?: string;
  readonly pattern?: RegExp;
}

/**
 * The rules of a module's inputs.
 *
 * @throws on a rule that Terraform's validation cannot express, naming the input: a module must refuse the same values through
 * both forms.
 */
export function rulesOf(inputs: z.ZodObject): Rules {
  return z.toJSONSchema(inputs, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema, path }) => {
      const where = path.filter((part) => part !== "properties").join(".") || "inputs";
      const unknown = [
        ...unknownParts(zodSchema._zod.def),
        ...Object.keys(jsonSchema).filter((key) => !KEYWORDS.has(key)),
      ];
      if (unknown.length > 0) {
        throw new Error(
          `${where}: Terraform cannot check ${unknown.join(", ")}; use ${TYPES.join(", ")} with lengths, ranges and patterns`,
        );
      }
      if (jsonSchema.properties === undefined && jsonSchema.type === "object" && jsonSchema.required !== undefined) {
        throw new Error(`${where}: a map has no keys that must be there; use z.object, or z.partialRecord`);
      }
      if (jsonSchema.properties !== undefined && typeof jsonSchema.additionalProperties === "object") {
        throw new Error(
          `${where}: Terraform has no object with other fields in addition to the named ones; use z.object`,
        );
      }
      if (jsonSchema.additionalProperties === false) {
        throw new Error(
          `${where}: Terraform drops unknown fields of an object rather than refusing them; use z.object`,
        );
      }
      if (jsonSchema.uniqueItems === true && (jsonSchema.minItems ?? jsonSchema.maxItems) !== undefined) {
        throw new Error(`${where}: a set has no length: zod counts equal elements each, Terraform once`);
      }
      for (const { pattern } of checksOf(zodSchema._zod.def)) if (pattern) assertPortable(pattern.source, where);
      const formats = formatsOf(zodSchema._zod.def).filter((format) => format in FORMATS);
      if (formats.length > 0) jsonSchema.formats = formats;
    },
  }) as Rules;
}

function unknownParts(def: z.core.$ZodTypeDef): string[] {
  const checks = checksOf(def);
  const patterns = checks.map(({ pattern }) => pattern).filter((pattern) => pattern !== undefined);
  return [
    ...(TYPES.includes(def.type) ? [] : [`the type ${def.type}`]),
    ...checks.flatMap(({ check }) => (check === undefined || CHECKS.includes(check) ? [] : [`the rule ${check}`])),
    ...formatsOf(def).flatMap((format) =>
      PATTERNS.includes(format) || format in FORMATS ? [] : [`the format ${format}`],
    ),
    ...patterns.filter((pattern) => pattern.flags.replace("u", "") !== "").map((pattern) => `the flags of ${pattern}`),
  ];
}

/** The checks of a schema; a format such as `json()` is itself a check. */
const checksOf = (def: z.core.$ZodTypeDef): Check[] => [
  def as Check,
  ...(def.checks ?? []).map((check) => check._zod.def as Check),
];

const formatsOf = (def: z.core.$ZodTypeDef): string[] =>
  checksOf(def).flatMap(({ check, format }) => (check === "string_format" && format ? [format] : []));

/** What JavaScript's expressions have and RE2, which Terraform uses, has not or reads otherwise. */
const NOT_IN_RE2: readonly (readonly [RegExp, string])[] = [
  [/\(\?<?[=!]/, "a lookaround"],
  [/\\[1-9]|\\k</, "a back reference"],
  [/\\[sS]/, "\\s, which covers other characters there; name the characters"],
  [/\\[cu0pP]/, "this escape; write the character itself"],
  [/\{\d*,?\d{4,}\}/, "a repetition above 1000"],
];

function assertPortable(pattern: string, where: string): void {
  for (const [construct, name] of NOT_IN_RE2) {
    if (construct.test(pattern))
      throw new Error(`${where}: Terraform's regular expressions lack ${name} (in /${pattern}/)`);
  }
}

/** The rules of a value that is not null. */
export interface NonNullRules extends Rules {
  readonly type?: Type;
}

/** The rules below "or null". @throws when the value has no single type. */
export function withoutNull({ anyOf, type, ...shared }: Rules): {
  readonly rules: NonNullRules;
  readonly nullable: boolean;
} {
  const types = (Array.isArray(type) ? type : [type]).filter((each) => each !== undefined) as Type[];
  const options = anyOf ?? types.map((each) => ({ type: each }));
  const others = options.filter((option) => option.type !== "null");
  if (others.length !== 1) throw new Error(`a Terraform variable has one type, not ${types.join(" or ") || "any"}`);
  return { rules: { ...others[0], ...shared } as NonNullRules, nullable: others.length < options.length };
}

/** Whether a field of an object, or an input, may be left out without a default. */
export const isOptional = (object: Rules, name: string): boolean =>
  !object.required?.includes(name) && object.properties?.[name]?.default === undefined;

/** zod bounds every whole number by what a double holds exactly; as a rule for people that says nothing. */
export const meaningful = (bound: number | undefined): number | undefined =>
  bound !== undefined && Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound;
