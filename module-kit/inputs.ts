import { type IResolvable, Token } from "cdktf";
import type { Construct } from "constructs";
import * as z from "zod";
import { snake } from "./names";
import { withTerraformNames } from "./terraform-names";

/** What an input accepts: the plain value, or a Terraform expression that stands for it. */
export type Tf<T> = T extends string | number | null | undefined
  ? T
  : T extends boolean
    ? boolean | IResolvable
    : T extends readonly string[] | Record<string, string>
      ? T
      : T | IResolvable;

/** What a caller of a module gives: inputs with a default may be left out. */
export type Props<S extends z.ZodObject> = { [K in keyof z.input<S>]: Tf<z.input<S>[K]> };

/** What a module's constructor works with: every default filled in. */
export type Resolved<S extends z.ZodObject> = { [K in keyof z.output<S>]: Tf<z.output<S>[K]> };

/**
 * Checks `props` by the module's inputs and fills in defaults. What is known at synth is checked now; what stands in for a value
 * that Terraform learns later is left to the same rule in the module's variables, or to the provider.
 *
 * @throws on an unknown input and on a value that a rule refuses; the message names the construct, the input and the rule.
 */
export function parse<S extends z.ZodObject>(scope: Construct, schema: S, props: Props<S>): Resolved<S> {
  const given = props as Record<string, unknown>;
  for (const name of Object.keys(given)) {
    if (!(name in schema.shape)) {
      throw new Error(`${scope.node.path}: no input "${name}"; there are ${Object.keys(schema.shape).join(", ")}`);
    }
  }
  const parsed: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    try {
      parsed[name] = parseKnown(field, given[name]);
    } catch (error) {
      if (!(error instanceof z.core.$ZodError)) throw error;
      const shown = given[name] === undefined ? "is missing" : `is ${JSON.stringify(given[name])}`;
      throw new Error(`${scope.node.path}: input "${name}" ${shown}: ${z.prettifyError(error)}`);
    }
  }
  return parsed as Resolved<S>;
}

/** zod's parse, stepping around expressions: the known parts of a half-known value are still checked. */
function parseKnown(schema: z.core.$ZodType, value: unknown): unknown {
  if (!holdsExpression(value)) return copy(schema, z.parse(schema, value, { error: whyKey }));
  return Token.isUnresolved(value) ? value : each(schema, value, parseKnown);
}

/** Of a map's wrong key zod tells no more than that it is wrong. */
const whyKey: z.core.$ZodErrorMap = (issue) =>
  issue.code === "invalid_key" ? `Invalid key: ${issue.issues.map(({ message }) => message).join("; ")}` : undefined;

const copy: Step = (schema, value) => each(schema, value, copy);

type Step = (schema: z.core.$ZodType, value: unknown) => unknown;

/**
 * A copy of a list, map or object with `step` applied to what it holds. An optional field that was left out becomes a key without
 * a value, so that all elements of a map have one shape, as Terraform wants it.
 */
function each(schema: z.core.$ZodType, value: unknown, step: Step): unknown {
  const inner = unwrapped(schema);
  if (typeof value !== "object" || value === null) return value;
  if (inner instanceof z.ZodArray) {
    return withTerraformNames((value as unknown[]).map((item) => step(inner.element, item)));
  }
  const fields = value as Record<string, unknown>;
  if (inner instanceof z.ZodRecord) {
    return withTerraformNames(
      Object.fromEntries(Object.entries(fields).map(([key, item]) => [key, step(inner.valueType, item)])),
    );
  }
  if (!(inner instanceof z.ZodObject)) return value;
  const parsed = Object.entries(inner.shape).map(([name, field]) => [name, step(field, fields[name])] as const);
  return withTerraformNames(Object.fromEntries(parsed), snake);
}

/** The schema below `optional`, `nullable` and `default`. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const wraps = schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;
  return wraps ? unwrapped(schema.def.innerType) : schema;
}

/** A token, or text with a template in it; `$${` is data. */
function holdsExpression(value: unknown): boolean {
  if (Token.isUnresolved(value)) return true;
  if (typeof value === "string") return /(^|[^$])\$\{/.test(value);
  if (Array.isArray(value)) return value.some(holdsExpression);
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, item]) => holdsExpression(key) || holdsExpression(item));
}
