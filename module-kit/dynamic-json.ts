import { isDynamicMark, isSeriesMark } from "./dynamic-blocks";

type Json = Record<string, unknown>;

/** Puts every mark of {@link blocks} and its kind where Terraform's JSON wants a dynamic block, at any depth. */
export function placeDynamicBlocks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(placeDynamicBlocks);
  if (typeof value !== "object" || value === null) return value;
  const placed: Json = {};
  const dynamic: Record<string, unknown[]> = {};
  for (const [name, field] of Object.entries(value)) {
    const fixed: unknown[] = [];
    for (const part of partsOf(field)) {
      if (isDynamicMark(part)) {
        const content = placeDynamicBlocks(renameIterator(part["@content"], part["@iterator"], name));
        dynamic[name] = [...(dynamic[name] ?? []), { for_each: part["@each"], content }];
      } else if (isSeriesMark(field)) {
        fixed.push(...(placeDynamicBlocks(part) as unknown[]));
      } else {
        placed[name] = placeDynamicBlocks(part);
      }
    }
    if (fixed.length > 0) placed[name] = fixed;
  }
  const labels = Object.entries(dynamic);
  if (labels.length > 0) placed.dynamic = Object.fromEntries(labels.map(([k, v]) => [k, v.length === 1 ? v[0] : v]));
  return placed;
}

const partsOf = (field: unknown): readonly unknown[] => (isSeriesMark(field) ? field["@parts"] : [field]);

/** The content of a dynamic block with its iterator's name replaced by `name`. */
export function renameIterator(content: unknown, iterator: string, name: string): unknown {
  if (typeof content === "string") return content.replaceAll(`${iterator}.`, `${name}.`);
  if (Array.isArray(content)) return content.map((item) => renameIterator(item, iterator, name));
  if (typeof content !== "object" || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).map(([key, item]) => [
      key.replaceAll(`${iterator}.`, `${name}.`),
      renameIterator(item, iterator, name),
    ]),
  );
}
