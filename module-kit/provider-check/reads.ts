import { splitTemplate } from "../hcl/template";
import type { FullTypes, SchemaAttribute, SchemaBlock, SchemaType } from "./schema";

/** A reference to a resource or data source: `aws_vpc.this.id`, `data.aws_region.current`, `aws_subnet.private["a"].tags["Name"]`. */
const REFERENCE = String.raw`(?:data\.)?aws_\w+\.[A-Za-z][\w-]*(?:\[(?:[^[\]]|\[[^[\]]*\])*\]|\.\*|\.\w+)*`;
const REFERENCES = new RegExp(String.raw`(?<![\w.-])${REFERENCE}`, "g");
/** Functions whose result has the attributes of what they were given. */
const TRANSPARENT = new RegExp(String.raw`\b(?:one|values|flatten|element|try)\((${REFERENCE})\)`, "g");
const LOOP = new RegExp(String.raw`\bfor\s+(?:\w+\s*,\s*)?(\w+)\s+in\s+(${REFERENCE})\s*:`, "g");

/** Every reference in the expressions of a JSON value; attributes of a loop's elements count as those of what it goes over. */
export function referencesIn(json: unknown, self?: string): string[] {
  return expressionsIn(json).flatMap((expression) => {
    const named = self ? expression.replace(/(?<![\w.])self(?=\.)/g, self) : expression;
    return plain(named).match(REFERENCES) ?? [];
  });
}

function expressionsIn(json: unknown): string[] {
  if (typeof json === "string")
    return splitTemplate(json).flatMap(({ text, isExpression }) => (isExpression ? [text] : []));
  if (typeof json !== "object" || json === null) return [];
  // A key may be an expression as well.
  return Object.entries(json).flatMap(([key, value]) => [...expressionsIn(key), ...expressionsIn(value)]);
}

function plain(expression: string): string {
  const bare = expression.replace(TRANSPARENT, "$1");
  if (bare !== expression) return plain(bare);
  return [...bare.matchAll(LOOP)].reduce(
    (text, [, element, over]) => text.replace(new RegExp(`(?<![\\w.])${element}(?=[.[])`, "g"), () => over!),
    bare,
  );
}

/** What is wrong with a reference: nothing where every attribute on its way is there and none is deprecated. */
export function wrongReference(types: FullTypes, reference: string): string | undefined {
  const isData = reference.startsWith("data.");
  const [type, , ...path] = reference
    .replace(/^data\./, "")
    .replace(/\[(?:[^[\]]|\[[^[\]]*\])*\]/g, "")
    .split(".");
  const schema = types[isData ? "data" : "resource"][type!];
  if (!schema) return `${reference}: the recorded schema lacks the type ${isData ? "data." : ""}${type}`;
  const wrong = wrongPath(
    schema,
    path.filter((step) => !/^(\*|\d+)$/.test(step)),
  );
  return wrong && `${reference}: ${wrong}`;
}

function wrongPath(schema: SchemaBlock, [step, ...rest]: readonly string[]): string | undefined {
  if (step === undefined) return undefined;
  const [attribute, block] = [schema.attributes?.[step], schema.blocks?.[step]];
  if (attribute) return wrongAttribute(attribute, step, rest);
  if (!block) return `the provider has no attribute ${step}`;
  return block.deprecated ? `${step} is deprecated` : wrongPath(block, rest);
}

const wrongAttribute = ({ deprecated, type }: SchemaAttribute, name: string, rest: readonly string[]) =>
  deprecated ? `${name} is deprecated` : wrongField(type, rest);

function wrongField(type: SchemaType, [step, ...rest]: readonly string[]): string | undefined {
  if (step === undefined) return undefined;
  if (typeof type === "string") return `a ${type} has no attribute ${step}`;
  const [kind, of] = type;
  if (kind === "map") return wrongField(of as SchemaType, rest);
  if (kind !== "object") return wrongField(of as SchemaType, [step, ...rest]);
  const field = (of as Readonly<Record<string, SchemaType>>)[step];
  return field === undefined ? `the provider has no attribute ${step}` : wrongField(field, rest);
}
