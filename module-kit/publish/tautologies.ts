import type { VariableSpec } from "../variables";

type Fields = Readonly<Record<string, unknown>>;
interface Precondition {
  readonly condition: unknown;
  readonly error_message: string;
}

/** That a variable, or an attribute of a resource of the module's own, is not null. */
const NOT_NULL = /^\$\{\(?(?:var\.(\w+)|(aws_\w+\.\w+\.\w+)) != null\)?\}$/;

type Lifecycle = { readonly precondition?: readonly Precondition[] };

/** The preconditions of a resource that can fail. */
export const preconditionsOf = (fields: Fields, specs: readonly VariableSpec[]): Precondition[] =>
  ((fields.lifecycle as Lifecycle | undefined)?.precondition ?? []).filter(
    ({ condition }) => !cannotFail(condition, specs),
  );

/** A resource without the preconditions that cannot fail: they are left over from a module that is built into another with its inputs given. */
export function withoutTautologies(fields: Fields, specs: readonly VariableSpec[]): Fields {
  const { lifecycle, ...others } = fields as Fields & { lifecycle?: Lifecycle };
  if (!lifecycle?.precondition) return fields;
  const { precondition: _, ...rest } = lifecycle;
  const precondition = preconditionsOf(fields, specs);
  const left = precondition.length > 0 ? { ...rest, precondition } : rest;
  return Object.keys(left).length > 0 ? { ...others, lifecycle: left } : others;
}

function cannotFail(condition: unknown, specs: readonly VariableSpec[]): boolean {
  const [, variable, attribute] = NOT_NULL.exec(String(condition)) ?? [];
  return attribute !== undefined || specs.some(({ name, nullable }) => name === variable && !nullable);
}
