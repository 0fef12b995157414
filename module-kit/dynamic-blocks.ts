import { type IResolvable, Token } from "cdktf";
import { conditional, ref } from "cdktf/lib/tfExpression";
import { type Condition, isKnown } from "./conditionals";
import { snake } from "./names";

/** Where a dynamic block stands in cdktf's output until the stack or the printer puts it into place. */
export interface DynamicMark {
  readonly "@each": unknown;
  /** The name its content uses for the iterator, which is the block's own name in the end. */
  readonly "@iterator": string;
  readonly "@content": unknown;
}

/** Repeated blocks of one name, some of them dynamic. */
export interface SeriesMark {
  readonly "@parts": readonly unknown[];
}

export const isDynamicMark = (value: unknown): value is DynamicMark => hasKey(value, "@each");
export const isSeriesMark = (value: unknown): value is SeriesMark => hasKey(value, "@parts");
const hasKey = (value: unknown, key: string) => typeof value === "object" && value !== null && key in value;

/**
 * A list in place of which cdktf's generated code writes a mark: it calls `map` with the function that names a block for Terraform,
 * so the content needs no naming of ours.
 */
class DynamicBlocks<B> extends Array<B> {
  // `map` and the other methods make plain arrays, never another of this.
  static override get [Symbol.species]() {
    return Array;
  }

  constructor(
    private readonly each: unknown,
    private readonly iterator: string,
    content: B,
  ) {
    super();
    this.push(content);
  }

  override map<U>(toTerraform: (block: B, index: number, list: B[]) => U): U[] {
    const content = toTerraform(this[0] as B, 0, this);
    return { "@each": this.each, "@iterator": this.iterator, "@content": content } satisfies DynamicMark as never;
  }
}

class BlockSeries<B> extends Array<B> {
  static override get [Symbol.species]() {
    return Array;
  }

  constructor(private readonly parts: readonly B[][]) {
    super();
    this.push(...parts.flat());
  }

  override map<U>(toTerraform: (block: B, index: number, list: B[]) => U): U[] {
    return { "@parts": this.parts.map((part) => part.map(toTerraform)) } satisfies SeriesMark as never;
  }
}

/** A nested block on a condition. For a block that cdktf takes as a single object, see `singleBlockIf`. */
export function blockIf<B>(condition: Condition, block: B): B[] {
  if (typeof condition === "boolean") return condition ? [block] : [];
  return new DynamicBlocks(conditional(condition, [1], []), newIterator(), block);
}

/** A nested block for each item of a list, in order. Of an object item, its fields can be used; of any other, the item itself. */
export function blocks<T, B>(list: readonly T[] | IResolvable, block: (item: T) => B): B[] {
  if (Array.isArray(list) && isKnown(list)) return list.map(block);
  const iterator = newIterator();
  return new DynamicBlocks(list, iterator, block(itemOf<T>(`${iterator}.value`)));
}

/** A nested block for each entry of a map, in the order of the keys. */
export function blocksByKey<T, B>(
  map: Readonly<Record<string, T>> | IResolvable,
  block: (key: string, value: T) => B,
): B[] {
  if (isKnown(map)) {
    const entries = Object.entries(map as Record<string, T>);
    return entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => block(key, value));
  }
  const iterator = newIterator();
  return new DynamicBlocks(
    map,
    iterator,
    block(Token.asString(ref(`${iterator}.key`)), itemOf<T>(`${iterator}.value`)),
  );
}

/**
 * Lists of nested blocks joined into one.
 *
 * @throws when blocks that are always there follow ones that depend on an input: Terraform's JSON cannot keep that order.
 */
export function concat<B>(...parts: NoInfer<B>[][]): B[] {
  const isDynamic = (part: readonly unknown[]) => part instanceof DynamicBlocks || part instanceof BlockSeries;
  const firstDynamic = parts.findIndex(isDynamic);
  if (firstDynamic < 0) return parts.flat();
  if (parts.slice(firstDynamic).some((part) => !isDynamic(part) && part.length > 0)) {
    throw new Error("concat: put the blocks that are always there before those that depend on an input");
  }
  return new BlockSeries(parts);
}

let iterators = 0;

/** A name that no other dynamic block has until it gets its label. */
export const newIterator = () => `iterator${iterators++}__`;

/** Stands for `<iterator>.value`; each of its fields stands for the field. */
export function itemOf<T>(path: string): T {
  const own = { resolve: () => ref(path), toString: () => Token.asString(ref(path)), creationStack: [] };
  return new Proxy(own, {
    get: (target, field) =>
      typeof field === "symbol" || field in target || field === "toJSON"
        ? Reflect.get(target, field)
        : Token.asString(ref(`${path}.${snake(field)}`)),
    has: (target, field) => field in target,
  }) as unknown as T;
}
