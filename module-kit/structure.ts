import {
  conditional,
  Fn,
  type IResolvable,
  type MapTerraformIterator,
  Op,
  TerraformCount,
  TerraformDataSource,
  TerraformIterator,
  type TerraformResource,
  TerraformStack,
  Token,
} from "cdktf";
import { ref } from "cdktf/lib/tfExpression";
import { BlockSeries, DynamicBlocks, nextMark } from "./dynamic";
import { snake } from "./names";

// The few mechanisms that a module may use where structure depends on an input. Each works the same for a plain value and for
// an expression, and gives a resource the same address either way: that is what keeps both doors of a module alike.

/** A boolean that may be an expression. */
export type Condition = boolean | IResolvable;
type Element = TerraformResource | TerraformDataSource;

const known = (value: unknown): boolean => !Token.isUnresolved(value);

/** `count` of a resource behind a toggle. */
export const onlyIf = (condition: Condition): TerraformCount =>
  TerraformCount.of(known(condition) ? (condition ? 1 : 0) : Token.asNumber(conditional(condition, 1, 0)));

/** `count` of n like resources. */
export const times = (n: number): TerraformCount => TerraformCount.of(n);

/** The index of a counted instance, as text: a number token in a template would come out as its digits. */
export const index: string = Token.asString(ref("count.index"));

/** `for_each` over a set of names or a map. */
export function forEachOf(
  over: readonly string[] | Readonly<Record<string, unknown>> | IResolvable,
): MapTerraformIterator {
  if (!known(over)) return TerraformIterator.fromMap(over as never);
  const each = Array.isArray(over) ? TerraformIterator.fromList(over) : TerraformIterator.fromMap(sameShape(over));
  return each as MapTerraformIterator;
}

/** Terraform wants the values of a map to have the same fields, in its own spelling. */
function sameShape(map: object): Record<string, never> {
  const values = Object.values(map).filter((value) => value && typeof value === "object");
  const fields = [...new Set(values.flatMap((value) => Object.keys(value)))];
  const shaped = (value: Record<string, unknown>) =>
    fields.length === 0 ? value : Object.fromEntries(fields.map((field) => [snake(field), value[field] ?? null]));
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, shaped(value) as never]));
}

const address = (element: Element): string =>
  `${element instanceof TerraformDataSource ? "data." : ""}${element.terraformResourceType}.${element.friendlyUniqueId}`;

/** The attribute of a resource behind a toggle; null where it is off. */
export const maybe = (resource: Element, attribute: string): string =>
  Token.asString(Fn.one(Token.asList(ref(`${address(resource)}[*].${attribute}`, TerraformStack.of(resource)))));

/** The attribute of every instance of a counted resource, in order. */
export const all = (resource: Element, attribute: string): string[] =>
  Token.asList(ref(`${address(resource)}[*].${attribute}`, TerraformStack.of(resource)));

/** `{key => attribute}` of a resource with `for_each`. */
export const byKey = (resource: Element, attribute: string): IResolvable =>
  Token.asAny(ref(`{ for k, v in ${address(resource)} : k => v.${attribute} }`, TerraformStack.of(resource)));

/** The attribute of the instance that has the key of the instance at hand. */
export const sameKey = (resource: Element, attribute: string): string =>
  Token.asString(ref(`${address(resource)}[each.key].${attribute}`, TerraformStack.of(resource)));

/** The fields of a dynamic block's item, by their names in the schema. */
const fieldsOf = <T extends object>(mark: string): T =>
  new Proxy({} as T, { get: (_, field) => Token.asString(ref(`${mark}.value.${snake(String(field))}`)) });

/** Nested blocks, one an item, in order. */
export function blocks<T extends object, B>(list: readonly T[] | IResolvable, block: (item: T) => B): B[] {
  if (known(list)) return (list as readonly T[]).map(block);
  const mark = nextMark();
  return new DynamicBlocks(list, mark, block(fieldsOf<T>(mark)));
}

/** Nested blocks, one an entry of a map, in the order of its keys. */
export function blocksByKey<T, B>(
  map: Readonly<Record<string, T>> | IResolvable,
  block: (key: string, value: T) => B,
): B[] {
  if (known(map)) {
    return Object.entries(map as Readonly<Record<string, T>>)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => block(key, value));
  }
  const mark = nextMark();
  return new DynamicBlocks(map, mark, block(Token.asString(ref(`${mark}.key`)), fieldsOf<T & object>(mark)));
}

/** A nested block behind a toggle. */
export function blockIf<B>(condition: Condition, block: B): B[] {
  if (known(condition)) return condition ? [block] : [];
  return new DynamicBlocks(conditional(condition, [1], []), nextMark(), block);
}

/** Nested blocks of one kind, one group after the other. */
export const concat = <P extends object[][]>(...parts: P): P[number] =>
  parts.some((part) => part instanceof DynamicBlocks) ? new BlockSeries(parts) : parts.flat();

/** Maps merged, later ones winning. */
export const merge = (...maps: Readonly<Record<string, string>>[]): Record<string, string> =>
  maps.every(known) ? Object.assign({}, ...maps) : Token.asStringMap(Fn.merge(maps));

/** The contrary of a condition. */
export const not = (condition: Condition): Condition => (known(condition) ? !condition : Op.not(condition));

/** One value or the other. */
export function choose<T extends string | number>(condition: Condition, yes: T, no: T): T {
  if (known(condition)) return condition ? yes : no;
  const chosen = conditional(condition, yes, no);
  return (typeof yes === "number" ? Token.asNumber(chosen) : Token.asString(chosen)) as T;
}

/** Whether an optional input is set. */
export const given = (value: unknown): Condition =>
  known(value) ? value !== undefined && value !== null : Op.neq(value as string, Token.asAny(ref("null")));

/** Whether a list has items. */
export const notEmpty = (list: readonly unknown[]): Condition =>
  known(list) ? list.length > 0 : Op.gte(Fn.lengthOf(list), 1);
