import type { Model } from "../model";
import type { Resource } from "../resource";
import { list } from "../rule";

/**
 * How many different values a list argument of `resource` has. A reference to another stack's output is followed, and one to every
 * instance of a resource (`aws_subnet.private[*].id`) counts that resource's instances.
 */
export function knownCount(argument: unknown, resource: Resource, model: Model): number {
  const items = list(argument);
  if (items.length !== 1) return new Set(items).size;
  const { value, stack } = model.follow(items[0], resource.stack);
  if (Array.isArray(value)) return new Set(value).size;
  const address = /\b([a-z0-9_]+\.[\w-]+)\[\*\]/.exec(String(value))?.[1];
  if (!address) return items.length;
  return model.resources.filter((other) => other.stack === stack && other.address === address).length;
}
