import { conditional } from "cdktf/lib/tfExpression";
import type { Condition } from "./conditionals";
import { type DynamicMark, newIterator } from "./dynamic-blocks";

type Fields = Record<string, unknown>;

/** A mark inside a block, `@levels` objects below the one that it makes dynamic. */
interface BuriedMark {
  readonly "@levels": number;
  readonly "@toggle": unknown;
  readonly "@value": unknown;
}

/**
 * A nested block on a condition, where cdktf takes a single object instead of a list.
 *
 * @throws when the block holds no plain value: there is nowhere to put the condition.
 */
export function singleBlockIf<B extends object>(condition: Condition, block: B): B | undefined {
  if (typeof condition === "boolean") return condition ? block : undefined;
  return withBuriedMark(block as Fields, conditional(condition, [1], []), 1) as B;
}

/** cdktf copies such a block field by field and takes no token for the whole of it, but any field may hold one. */
function withBuriedMark(block: Fields, toggle: unknown, levels: number): Fields {
  const entry = Object.entries(block).find(([, field]) => field !== undefined && !Array.isArray(field));
  if (!entry) throw new Error("singleBlockIf: the block has no field with a single value");
  const [name, field] = entry;
  if (isPlainObject(field)) return { ...block, [name]: withBuriedMark(field, toggle, levels + 1) };
  const mark: BuriedMark = { "@levels": levels, "@toggle": toggle, "@value": field };
  return { ...block, [name]: { resolve: () => mark, toString: () => "<block>", creationStack: [] } };
}

/** Moves each mark up to the block it belongs to. */
export function liftMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(liftMarks);
  if (!isPlainObject(value) || isBuried(value)) return value;
  const fields: Fields = {};
  let buried: BuriedMark | undefined;
  for (const [name, field] of Object.entries(value)) {
    const lifted = liftMarks(field);
    if (isBuried(lifted)) buried = lifted;
    fields[name] = isBuried(lifted) ? lifted["@value"] : lifted;
  }
  if (!buried) return fields;
  if (buried["@levels"] > 1) return { ...buried, "@levels": buried["@levels"] - 1, "@value": fields };
  return { "@each": buried["@toggle"], "@iterator": newIterator(), "@content": fields } satisfies DynamicMark;
}

const isBuried = (value: unknown): value is BuriedMark => isPlainObject(value) && "@levels" in value;

const isPlainObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !("resolve" in value);
