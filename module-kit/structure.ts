/**
 * The mechanisms a module may use where its structure depends on an input. Each works the same, and at the same address, for a
 * plain value and for an expression; an `if` or a loop around resources does not.
 */
import {
  Fn,
  type IResolvable,
  type ITerraformDependable,
  type MapTerraformIterator,
  TerraformCount,
  TerraformIterator,
  Token,
} from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import { type Condition, choose, isKnown } from "./conditionals";
import { terraformValue } from "./terraform-names";

export { type Condition, choose, given, never, not, notEmpty, sharesEvenly } from "./conditionals";
export { blockIf, blocks, blocksByKey, concat } from "./dynamic-blocks";
export { all, atKey, byKey, maybe, sameIndex, sameKey, whereListed } from "./references";
export { singleBlockIf } from "./single-block";

/** `count` of a resource that is there only on a condition; read its attributes with {@link maybe}. */
export const onlyIf = (condition: Condition): TerraformCount => TerraformCount.of(choose(condition, 1, 0));

/** `count` of a resource that is there several times; read its attributes with {@link all}. */
export const times = (count: number): TerraformCount => TerraformCount.of(count);

/** The number of the instance, from 0, within a resource that has a `count`. As text: a number would not survive a template. */
export const index = Token.asString(ref("count.index"));

/**
 * `for_each` over a set of names or a map. Fields of an input's objects are read by their Terraform names:
 * `each.getString("to_port")`.
 */
export function forEachOf(over: readonly string[] | Record<string, unknown> | IResolvable): MapTerraformIterator {
  if (!isKnown(over)) return TerraformIterator.fromMap(over as Record<string, unknown>);
  if (Array.isArray(over)) return TerraformIterator.fromList(over) as unknown as MapTerraformIterator;
  return TerraformIterator.fromMap(terraformValue(over) as Record<string, unknown>);
}

/** Resources to wait for, joined into one list. */
export const together = <R extends ITerraformDependable>(...resources: readonly (readonly R[])[]): R[] =>
  resources.flat();

/** Maps joined into one; later ones win. */
export function merge(...maps: Record<string, string>[]): Record<string, string> {
  return maps.every(isKnown) ? Object.assign({}, ...maps) : Fn.merge(maps);
}
