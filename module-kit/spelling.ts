const SPELLINGS = new WeakMap<object, unknown>();

/**
 * Remembers how Terraform spells a parsed input: objects with the names of its variables' types, and null where an optional field
 * was left out. Only the schema can tell a field's name from a map's key, so this is done while it is at hand.
 */
export function withSpelling<T extends object>(value: T, spell: (name: string) => string = (name) => name): T {
  const spelled = Array.isArray(value)
    ? value.map(inTerraform)
    : Object.fromEntries(Object.entries(value).map(([name, field]) => [spell(name), inTerraform(field ?? null)]));
  SPELLINGS.set(value, spelled);
  return value;
}

/** A parsed input as Terraform spells it; any other value as it is. */
export const inTerraform = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? (SPELLINGS.get(value) ?? value) : value;
