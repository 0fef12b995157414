/** A value in Terraform JSON. */
type Json = unknown;
type JsonObject = Record<string, Json>;

const EACH = "@each";
const MARK = "@mark";
const CONTENT = "@content";
const PARTS = "@parts";

let serial = 0;

/** A name for a dynamic block's iterator, until the block that it stands in gives it its own. */
export const nextMark = (): string => `__each${serial++}`;

/**
 * Repeated blocks over an expression, in the disguise of a list of one: cdktf's generated code maps a list's items to
 * Terraform's spelling, so that `map` is where a dynamic block can be told from plain ones.
 */
export class DynamicBlocks<B> extends Array<B> {
  constructor(
    private readonly each: unknown,
    private readonly mark: string,
    content: B,
  ) {
    super();
    this.push(content);
  }

  override map<U>(mapper: (item: B, index: number, array: B[]) => U): U[] {
    const content = mapper(this[0] as B, 0, this);
    return { [EACH]: this.each, [MARK]: this.mark, [CONTENT]: content } as never;
  }
}

/** Plain and dynamic blocks of one kind, in order. */
export class BlockSeries<B> extends Array<B> {
  constructor(private readonly parts: readonly B[][]) {
    super();
    this.push(...parts.flat());
  }

  override map<U>(mapper: (item: B, index: number, array: B[]) => U): U[] {
    return { [PARTS]: this.parts.map((part) => part.map(mapper)) } as never;
  }
}

/** Puts the marks that the classes above leave into the places where Terraform JSON wants dynamic blocks, at any depth. */
export function hoist(value: Json): Json {
  if (Array.isArray(value)) return value.map(hoist);
  if (!isObject(value)) return value;
  const out: JsonObject = {};
  for (const [name, item] of Object.entries(value)) place(out, name, item);
  return out;
}

function place(out: JsonObject, name: string, item: Json): void {
  if (!isObject(item)) {
    out[name] = hoist(item);
  } else if (PARTS in item) {
    for (const part of item[PARTS] as Json[]) place(out, name, isObject(part) ? part : append(out[name], part));
  } else if (EACH in item) {
    const dynamic = (out.dynamic ?? {}) as JsonObject;
    out.dynamic = { ...dynamic, [name]: append(dynamic[name], [dynamicBlock(name, item)]) };
  } else {
    out[name] = hoist(item);
  }
}

const append = (list: Json, more: Json): Json[] => [...((list as Json[] | undefined) ?? []), ...(more as Json[])];

function dynamicBlock(name: string, item: JsonObject): JsonObject {
  const content = JSON.stringify(hoist(item[CONTENT])).replaceAll(`${item[MARK]}.`, `${name}.`);
  return { for_each: item[EACH], content: JSON.parse(content) };
}

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
