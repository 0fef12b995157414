import type { Rules } from "../../../../module-kit/rules";

/** One rule of a module's inputs: `columns[].name` of a list's items, `environment{key}` and `environment{}` of a map's keys and values. */
export type Leaf = readonly [path: string, rules: Rules];

/** Every rule of the inputs on a text, a number or the length of a list. */
export function leaves(rules: Rules, path = ""): Leaf[] {
  const { anyOf, properties, additionalProperties, items } = rules;
  if (anyOf) return leaves(anyOf.find(({ type }) => type !== "null") ?? {}, path);
  if (items) return [[`${path}[#]`, rules], ...leaves(items, `${path}[]`)];
  if (properties)
    return Object.entries(properties).flatMap(([name, each]) => leaves(each, path === "" ? name : `${path}.${name}`));
  if (additionalProperties)
    return [[`${path}{key}`, rules.propertyNames ?? { type: "string" }], ...leaves(additionalProperties, `${path}{}`)];
  return [[path, rules]];
}
