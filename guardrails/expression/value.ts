/** Something that only Terraform will know, by the expression that stands for it. */
export class Unknown {
  constructor(readonly text: string) {}
}

/** What an expression comes to: JSON, in which parts may be unknown. */
export type Value = string | number | boolean | null | Unknown | readonly Value[] | { readonly [key: string]: Value };

export const isMap = (value: Value): value is { readonly [key: string]: Value } =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown);

/** A value in Terraform's own syntax. */
export function print(value: Value): string {
  if (value instanceof Unknown) return value.text;
  if (Array.isArray(value)) return `[${value.map(print).join(", ")}]`;
  if (isMap(value)) {
    return `{${Object.entries(value)
      .map(([key, item]) => `${JSON.stringify(key)} = ${print(item)}`)
      .join(", ")}}`;
  }
  return JSON.stringify(value);
}

/** The value as synthesized JSON would hold it: what is unknown becomes `${…}`. */
export function toJson(value: Value): unknown {
  if (value instanceof Unknown) return `\${${value.text}}`;
  if (Array.isArray(value)) return value.map(toJson);
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  return value;
}
