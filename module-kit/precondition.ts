import { type IResolvable, type MapTerraformIterator, Op, type TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import { type Condition, isKnown } from "./conditionals";
import { itemOf } from "./dynamic-blocks";

/**
 * A precondition of a resource on several inputs at once, which the rule of a single input cannot express: at least one of the alternatives
 * must hold. What is known is decided at synth; Terraform checks the rest when it plans.
 *
 * @param message A sentence that names the variables and what is allowed.
 * @throws with the construct's path and the message when every alternative is known not to hold.
 */
export function precondition(
  scope: Construct,
  message: string,
  ...alternatives: Condition[]
): TerraformResourceLifecycle | undefined {
  if (alternatives.includes(true)) return undefined;
  const open = alternatives.filter((condition) => condition !== false);
  if (open.length === 0) throw new Error(`${scope.node.path}: ${message}`);
  const condition = open.reduce((either, or) => Op.or(either, or) as IResolvable);
  return { precondition: [{ condition, errorMessage: message }] };
}

/**
 * What must be true of a resource once it is planned, as a postcondition; its own attributes are `self.<name>`.
 *
 * @param message A sentence that says what is wrong and what to do.
 */
export const postcondition = (message: string, condition: Condition): TerraformResourceLifecycle | undefined =>
  condition === true ? undefined : { postcondition: [{ condition, errorMessage: message }] };

/** The map that a resource has its `for_each` over, and the condition on each entry. */
interface OfEach<T> {
  readonly over: Readonly<Record<string, T>> | IResolvable;
  readonly each: MapTerraformIterator;
  /** Gets the entry's key. */
  readonly message: (key: string) => string;
  readonly holds: (item: T) => Condition;
}

/**
 * A {@link precondition} on every entry of a map.
 *
 * @throws with the message of the first entry for which the condition is known not to hold.
 */
export function preconditionForEach<T>(
  scope: Construct,
  { over, each, message, holds }: OfEach<T>,
): TerraformResourceLifecycle | undefined {
  if (!isKnown(over)) return precondition(scope, message(each.key), holds(itemOf<T>("each.value")));
  const entries = Object.entries(over as Record<string, T>);
  const open = entries.filter(([key, item]) => precondition(scope, message(key), holds(item)));
  return open.length === 0 ? undefined : precondition(scope, message(each.key), holds(itemOf<T>("each.value")));
}

/** Several preconditions of one resource, and its other lifecycle settings, as one lifecycle. */
export function mergeLifecycles(
  ...lifecycles: readonly (TerraformResourceLifecycle | undefined)[]
): TerraformResourceLifecycle | undefined {
  const parts = lifecycles.filter((each) => each !== undefined);
  const all = parts.flatMap((each) => each.precondition ?? []);
  if (parts.length === 0) return undefined;
  return Object.assign({}, ...parts, all.length > 0 ? { precondition: all } : {});
}
