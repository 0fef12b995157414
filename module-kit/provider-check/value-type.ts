import { splitTemplate } from "../hcl/template";
import type { SchemaType } from "./schema";

/** What is wrong with a value where the schema has a type; nothing where Terraform alone knows the value. */
export function wrongType(type: SchemaType, value: unknown): string | undefined {
  if (value === null || isExpression(value)) return undefined;
  if (typeof type === "string") return isPrimitive(type, value) ? undefined : `${shown(value)} is no ${type}`;
  const [kind, of] = type;
  if (kind === "list" || kind === "set") {
    if (!Array.isArray(value)) return `${shown(value)} is no ${kind}`;
    return first(value.map((item) => wrongType(of as SchemaType, item)));
  }
  if (typeof value !== "object" || Array.isArray(value)) return `${shown(value)} is no ${kind}`;
  if (kind === "map") return first(Object.values(value).map((item) => wrongType(of as SchemaType, item)));
  const fields = of as Readonly<Record<string, SchemaType>>;
  const foreign = Object.keys(value).find((key) => !(key in fields));
  if (foreign) return `it has no field ${foreign}`;
  return first(Object.entries(value).map(([key, item]) => wrongType(fields[key]!, item)));
}

/** Terraform converts between the three where the text says the same. */
function isPrimitive(type: string, value: unknown): boolean {
  if (typeof value === "object") return false;
  if (type === "number") return typeof value === "number" || (typeof value === "string" && isNumber(value));
  if (type === "bool") return typeof value === "boolean" || value === "true" || value === "false";
  return true;
}

const isNumber = (text: string) => text.trim() !== "" && Number.isFinite(Number(text));

/** One `${…}` and nothing else: it may come to anything. */
function isExpression(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const parts = splitTemplate(value);
  return parts.length === 1 && parts[0]!.isExpression;
}

const shown = (value: unknown) => JSON.stringify(value).slice(0, 60);

const first = (problems: readonly (string | undefined)[]) => problems.find((problem) => problem !== undefined);
