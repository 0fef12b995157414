import { type IResolvable, type MapTerraformIterator, Op, type TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import { type Condition, isKnown } from "./conditionals";
import { itemOf } from "./dynamic-blocks";

/**
 * A resource's demand on several inputs at once, which no single input's rule can say: at least one of the alternatives must hold.
 * What is known is decided at synth; the rest becomes a precondition that Terraform checks when it plans.
 *
 * @param message A sentence that names the variables and what is allowed.
 * @throws with the construct's path and the message when every alternative is known not to hold.
 */
export function demand(
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
export const outcome = (message: string, condition: Condition): TerraformResourceLifecycle | undefined =>
  condition === true ? undefined : { postcondition: [{ condition, errorMessage: message }] };

/** The map that a resource has its `for_each` over, and what it demands of each entry. */
interface OfEach<T> {
  readonly over: Readonly<Record<string, T>> | IResolvable;
  readonly each: MapTerraformIterator;
  /** Gets the entry's key. */
  readonly message: (key: string) => string;
  readonly holds: (item: T) => Condition;
}

/**
 * A {@link demand} on every entry of a map.
 *
 * @throws with the message of the first entry for which the condition is known not to hold.
 */
export function demandOfEach<T>(
  scope: Construct,
  { over, each, message, holds }: OfEach<T>,
): TerraformResourceLifecycle | undefined {
  if (!isKnown(over)) return demand(scope, message(each.key), holds(itemOf<T>("each.value")));
  const entries = Object.entries(over as Record<string, T>);
  const open = entries.filter(([key, item]) => demand(scope, message(key), holds(item)));
  return open.length === 0 ? undefined : demand(scope, message(each.key), holds(itemOf<T>("each.value")));
}

/** Several demands of one resource, and what else its lifecycle says, as one. */
export function demands(
  ...all: readonly (TerraformResourceLifecycle | undefined)[]
): TerraformResourceLifecycle | undefined {
  const parts = all.filter((each) => each !== undefined);
  const precondition = parts.flatMap((each) => each.precondition ?? []);
  if (parts.length === 0) return undefined;
  return Object.assign({}, ...parts, precondition.length > 0 ? { precondition } : {});
}
