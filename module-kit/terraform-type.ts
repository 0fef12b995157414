import { literal } from "./hcl/expression";
import { snake } from "./names";
import { isOptional, type Rules, withoutNull } from "./rules";

/**
 * The Terraform type of a value with these rules, over several lines where it has objects and `indent` is given.
 *
 * @throws when it has no single type.
 */
export function terraformType(rules: Rules, indent?: string): string {
  const { rules: inner } = withoutNull(rules);
  switch (inner.type) {
    case "string":
      return "string";
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "bool";
    case "array":
      return `${inner.uniqueItems ? "set" : "list"}(${terraformType(inner.items ?? {}, indent)})`;
    case "object":
      if (!inner.properties) return `map(${terraformType(inner.additionalProperties ?? {}, indent)})`;
      return objectType(inner, indent);
    default:
      throw new Error(`a Terraform variable has one type, not ${JSON.stringify(inner.type)}`);
  }
}

function objectType(rules: Rules, indent: string | undefined): string {
  const deeper = indent === undefined ? undefined : `${indent}  `;
  const fields = Object.entries(rules.properties ?? {}).map(([name, field]) => {
    const type = terraformType(field, deeper);
    const comment = field.description ? `${deeper}# ${field.description.replace(/\s+/g, " ")}\n` : "";
    if (isOptional(rules, name) || field.default === null) return [snake(name), `optional(${type})`, comment] as const;
    if (field.default === undefined) return [snake(name), type, comment] as const;
    const fallback = literal(inTerraformNames(field.default, field));
    return [snake(name), `optional(${type}, ${fallback})`, comment] as const;
  });
  if (deeper === undefined) return `object({ ${fields.map(([name, type]) => `${name} = ${type}`).join(", ")} })`;
  const width = Math.max(...fields.map(([name]) => name.length));
  const lines = fields.map(([name, type, comment]) => `${comment}${deeper}${name.padEnd(width)} = ${type}\n`);
  return `object({\n${lines.join("")}${indent}})`;
}

/** Paths of the fields within an input, such as `[*].to_port`, and what is said of them. */
export function fieldDescriptions(rules: Rules, path = ""): (readonly [path: string, description: string])[] {
  const { items, additionalProperties, properties = {} } = withoutNull(rules).rules;
  const inner = items ?? (rules.properties ? undefined : additionalProperties);
  const own = Object.entries(properties).flatMap(([name, field]) => {
    const at = `${path}.${snake(name)}`;
    return [...(field.description ? [[at, field.description] as const] : []), ...fieldDescriptions(field, at)];
  });
  return [...own, ...(inner ? fieldDescriptions(inner, `${path}[*]`) : [])];
}

/** A default with its declared fields, though not its maps' keys, spelled for Terraform. */
export function inTerraformNames(value: unknown, rules: Rules): unknown {
  const { rules: inner } = withoutNull(rules);
  if (Array.isArray(value)) return value.map((item) => inTerraformNames(item, inner.items ?? {}));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const declared = inner.properties?.[key];
      return declared
        ? [snake(key), inTerraformNames(field, declared)]
        : [key, inTerraformNames(field, inner.additionalProperties ?? {})];
    }),
  );
}
