import { type IResolvable, Token } from "cdktf";
import type { Construct } from "constructs";
import * as z from "zod";

/** What a prop accepts: the plain value, or a Terraform expression that stands for it. */
export type Tf<T> = T extends string | number | null | undefined
  ? T
  : T extends boolean
    ? boolean | IResolvable
    : T extends readonly string[] | Readonly<Record<string, string>>
      ? T
      : T | IResolvable;

/** Props of a construct whose inputs `S` describes: defaults may be left out. */
export type Props<S extends z.ZodObject> = { readonly [K in keyof z.input<S>]: Tf<z.input<S>[K]> };

/** The props once checked, with every default filled in. */
export type Resolved<S extends z.ZodObject> = { readonly [K in keyof z.output<S>]: Tf<z.output<S>[K]> };

/**
 * Checks the props and fills in defaults. What is an expression is left to Terraform, which has the same rules as validations.
 * @throws Error that names the construct, the input and what is allowed.
 */
export function parse<S extends z.ZodObject>(scope: Construct, schema: S, props: Props<S>): Resolved<S> {
  const given = props as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).filter((name) => !(name in schema.shape));
  if (unknown.length > 0) {
    throw new Error(
      `${scope.node.path}: unknown input ${unknown.join(", ")}; there are ${Object.keys(schema.shape).join(", ")}`,
    );
  }
  const resolved = Object.entries(schema.shape).map(([name, field]) => [
    name,
    checked(`${scope.node.path}: ${name}`, field, given[name]),
  ]);
  return Object.fromEntries(resolved) as Resolved<S>;
}

function checked(label: string, schema: z.core.$ZodType, value: unknown): unknown {
  try {
    return parseKnown(schema, value);
  } catch (error) {
    if (error instanceof z.core.$ZodError) throw new Error(`${label}: ${z.prettifyError(error)}`);
    throw error;
  }
}

/** The parts of a zod schema that are walked here; zod's own types say less than a walk needs. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.core.$ZodType;
  readonly element: z.core.$ZodType;
  readonly valueType: z.core.$ZodType;
  readonly shape: Readonly<Record<string, z.core.$ZodType>>;
}

/** zod's parse, stepping around expressions: what is known is checked and defaulted. */
function parseKnown(schema: z.core.$ZodType, value: unknown): unknown {
  if (!hasExpression(value)) return z.parse(schema, value);
  const definition = schema._zod.def as unknown as Definition;
  if (definition.innerType) return parseKnown(definition.innerType, value);
  if (Token.isUnresolved(value) || typeof value !== "object") return value;
  if (definition.type === "array") return (value as unknown[]).map((item) => parseKnown(definition.element, item));
  const fields = value as Readonly<Record<string, unknown>>;
  if (definition.type === "record") {
    return Object.fromEntries(
      Object.entries(fields).map(([key, item]) => [key, parseKnown(definition.valueType, item)]),
    );
  }
  return Object.fromEntries(
    Object.entries(definition.shape)
      .map(([key, field]) => [key, parseKnown(field, fields[key])])
      .filter(([, item]) => item !== undefined),
  );
}

function hasExpression(value: unknown): boolean {
  if (Token.isUnresolved(value) || (typeof value === "string" && value.includes("${"))) return true;
  if (Array.isArray(value)) return value.some(hasExpression);
  if (!value || typeof value !== "object") return false;
  return Object.entries(value).some(([key, item]) => hasExpression(key) || hasExpression(item));
}
