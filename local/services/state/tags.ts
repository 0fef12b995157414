import { z } from "zod";

/** Tags of one resource. */
export type Tags = Record<string, string>;

/** A tag in AWS's list form. */
export const Tag = z.strictObject({ Key: z.string().min(1).max(128), Value: z.string().max(256) });

/** Tags as most services send them. */
export const TagList = z.array(Tag).max(200);

/** List form to map form. */
export function tagsFrom(list: readonly z.infer<typeof Tag>[] | undefined): Tags {
  return Object.fromEntries((list ?? []).map(({ Key, Value }) => [Key, Value]));
}

/** Map form to list form. */
export function tagList(tags: Tags): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

/** The tags without some keys. */
export function withoutTags(tags: Tags, keys: readonly string[]): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key]) => !keys.includes(key)));
}
