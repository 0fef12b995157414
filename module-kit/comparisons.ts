/**
 * Conditions on several inputs at once, for `precondition`. Each is decided at synth where its inputs are known, and is an expression for
 * Terraform to decide where they are not.
 */
import { Fn, type IResolvable, Op, Token } from "cdktf";
import { conditional, propertyAccess, ref } from "cdktf/lib/tfExpression";
import { type Condition, isKnown, not } from "./conditionals";
import { snake } from "./names";

/** `a <= b`, for numbers that are there. */
export const atMost = (a: number | null, b: number | null): Condition =>
  isKnown(a) && isKnown(b) ? Number(a) <= Number(b) : (Op.lte(a, b) as IResolvable);

/** Whether both conditions hold, or neither. */
export function equal(a: Condition, b: Condition): Condition {
  if (typeof a === "boolean") return a ? b : not(b);
  return typeof b === "boolean" ? equal(b, a) : (Op.eq(a, b) as IResolvable);
}

/** Whether `then` holds where `condition` does; Terraform looks at it only there. */
export function implies(condition: Condition, then: Condition): Condition {
  if (typeof condition === "boolean") return condition ? then : true;
  return then === true || (conditional(condition, then, true) as unknown as IResolvable);
}

/** Whether a list holds a text. */
export const contains = (list: readonly string[], value: string): Condition =>
  allKnown(list) && isKnown(value) ? list.includes(value) : Fn.contains(list, value);

/** Whether a text begins with another. */
export const startsWith = (text: string, start: string): Condition =>
  isKnown(text) && isKnown(start) ? text.startsWith(start) : Fn.startswith(text, start);

/** Whether a text ends in another. */
export const endsWith = (text: string, end: string): Condition =>
  isKnown(text) && isKnown(end) ? text.endsWith(end) : Fn.endswith(text, end);

/** Whether every text of a list is in another. */
export const subset = (list: readonly string[], of: readonly string[]): Condition =>
  allKnown(list) && allKnown(of) ? list.every((each) => of.includes(each)) : empty(Fn.setsubtract([...list], [...of]));

/** Whether two lists have no text in common. */
export const disjoint = (a: readonly string[], b: readonly string[]): Condition =>
  allKnown(a) && allKnown(b) ? !a.some((each) => b.includes(each)) : empty(Fn.setintersection([...a], [[...b]]));

/** Whether no text is in a list twice. */
export const allDifferent = (list: readonly string[]): Condition =>
  allKnown(list)
    ? new Set(list).size === list.length
    : (Op.eq(Fn.lengthOf(Fn.distinct([...list])), Fn.lengthOf(list)) as IResolvable);

/** Whether exactly one value is there. A value that is known to be an expression counts as there if it is the only one. */
export function exactlyOne(...values: readonly (string | null | undefined)[]): Condition {
  const there = values.filter((value) => value !== null && value !== undefined);
  if (there.length < 2 || there.every(isKnown)) return there.length === 1;
  return Op.eq(Fn.lengthOf(Fn.compact(there)), 1) as IResolvable;
}

/** Whether a text is the given one. */
export const isEqual = (text: string, other: string): Condition =>
  isKnown(text) ? text === other : (Op.eq(text, other) as IResolvable);

/** Whether no two texts of a list are the same, also once `from` is written as `to` in each. The texts hold no commas. */
export function distinctOnce(list: readonly string[], from: string, to: string): Condition {
  if (allKnown(list)) return new Set(list.map((each) => each.replaceAll(from, to))).size === list.length;
  const written = Fn.split(",", Fn.replace(Fn.join(",", [...list]), from, to));
  return Op.eq(Fn.lengthOf(Fn.distinct(written)), Fn.lengthOf(written)) as IResolvable;
}

/** How many elements a list or a map has. */
export const sizeOf = (items: readonly unknown[] | Readonly<Record<string, unknown>> | IResolvable): number =>
  isKnown(items) ? Object.keys(items).length : Fn.lengthOf(items);

/** The keys of a map, in the order in which Terraform has them. */
export const keysOf = (map: Readonly<Record<string, unknown>> | IResolvable): string[] =>
  isKnown(map) ? Object.keys(map).sort() : Token.asList(Fn.keys(map));

/** Two lists as one. */
export const joined = (a: readonly string[], b: readonly string[]): string[] =>
  isKnown(a) && isKnown(b) ? [...a, ...b] : Token.asList(Fn.concat([a, b]));

/** A field of every object in a list. */
export const fieldOf = <T>(items: readonly T[] | IResolvable, field: keyof T & string): string[] =>
  Array.isArray(items) && isKnown(items)
    ? items.map((item) => item[field])
    : Token.asList(propertyAccess(items, ["*", snake(field)]));

const allKnown = (list: readonly string[]): boolean => isKnown(list) && list.every(isKnown);

/** cdktf prints a plain 0 on the right-hand side as `undefined`. */
const empty = (list: string[]) => Op.eq(Fn.lengthOf(list), ref("0")) as IResolvable;
