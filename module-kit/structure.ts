/**
 * The mechanisms a module may use where its structure depends on an input. Each works the same, and at the same address, for a
 * plain value and for an expression; an `if` or a loop around resources does not.
 */
import { Fn, type IResolvable, type MapTerraformIterator, TerraformCount, TerraformIterator, Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import { type Condition, choose, isKnown } from "./conditionals";
import { snake } from "./names";

export { type Condition, choose, given, not, notEmpty } from "./conditionals";
export { blockIf, blocks, blocksByKey, concat } from "./dynamic-blocks";
export { all, byKey, maybe, sameKey } from "./references";
export { singleBlockIf } from "./single-block";

/** `count` of a resource that is there only on a condition; read its attributes with {@link maybe}. */
export const onlyIf = (condition: Condition): TerraformCount => TerraformCount.of(choose(condition, 1, 0));

/** `count` of a resource that is there several times; read its attributes with {@link all}. */
export const times = (count: number): TerraformCount => TerraformCount.of(count);

/** The number of the instance, from 0, within a resource that has a `count`. As text: a number would not survive a template. */
export const index = Token.asString(ref("count.index"));

/** `for_each` over a set of names or a map; objects' fields are read by their Terraform names: `each.getString("to_port")`. */
export function forEachOf(over: readonly string[] | Record<string, unknown> | IResolvable): MapTerraformIterator {
  if (!isKnown(over)) return TerraformIterator.fromMap(over as Record<string, unknown>);
  if (Array.isArray(over)) return TerraformIterator.fromList(over) as unknown as MapTerraformIterator;
  return TerraformIterator.fromMap(inTerraform(over as Record<string, unknown>));
}

/** Objects with Terraform's field names, and null where an optional field was left out. */
function inTerraform(map: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, isPlain(value) ? spelled(value) : value]));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && isKnown(value);

const spelled = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [snake(name), field ?? null]));

/** Maps joined into one; later ones win. */
export function merge(...maps: Record<string, string>[]): Record<string, string> {
  return maps.every(isKnown) ? Object.assign({}, ...maps) : Fn.merge(maps);
}
