const TERRAFORM_VALUES = new WeakMap<object, unknown>();

/**
 * Remembers a parsed input as Terraform names it: objects with the names of its variables' types, and null where an optional field
 * was left out. Only the schema can tell a field's name from a map's key, so this is done while it is at hand.
 */
export function withTerraformNames<T extends object>(value: T, nameOf: (name: string) => string = (name) => name): T {
  const named = Array.isArray(value)
    ? value.map(terraformValue)
    : Object.fromEntries(Object.entries(value).map(([name, field]) => [nameOf(name), terraformValue(field ?? null)]));
  TERRAFORM_VALUES.set(value, named);
  return value;
}

/** A parsed input with the names of Terraform; any other value as it is. */
export const terraformValue = (value: unknown): unknown =>
  typeof value === "object" && value !== null ? (TERRAFORM_VALUES.get(value) ?? value) : value;
