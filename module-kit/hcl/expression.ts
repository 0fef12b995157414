import { simplify, WIDTH, wrapped } from "./simplify";
import { splitTemplate } from "./template";

const IDENTIFIER = /^[A-Za-z_][\w-]*$/;

/** A value of Terraform's JSON as an HCL expression; `indent` is that of the line it stands in. */
export function expression(value: unknown, indent = ""): string {
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "string") return template(value);
  if (Array.isArray(value)) return list(value, indent);
  if (typeof value === "object") return object(value as Record<string, unknown>, indent);
  throw new Error(`no HCL for a ${typeof value}`);
}

/** Data, as opposed to a template: `${` in it is text. */
export function literal(value: unknown, indent = ""): string {
  return expression(escaped(value), indent);
}

function escaped(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/[$%]\{/g, (opening) => opening[0] + opening);
  if (Array.isArray(value)) return value.map(escaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [escaped(key), escaped(field)]));
}

const template = (text: string): string => heredoc(text) ?? oneLine(text);

function oneLine(text: string): string {
  const parts = splitTemplate(text);
  const isWhole = parts.length === 1 && parts[0]?.isExpression && text.startsWith("${");
  return isWhole ? wrapped(simplify(text.slice(2, -1).trim())) : quoted(text);
}

const quoted = (text: string): string =>
  `"${splitTemplate(text)
    .map((part) => (part.isExpression ? part.text : escapeText(part.text)))
    .join("")}"`;

/** HCL shares JSON's escapes but for \b, \f and \uXXXX of control characters, which it takes as \uXXXX too. */
const escapeText = (text: string): string =>
  JSON.stringify(text).slice(1, -1).replace(/\\b/g, "\\u0008").replace(/\\f/g, "\\u000c");

/** Text of several lines as people write it, where that keeps every character. */
function heredoc(text: string): string | undefined {
  if (!text.endsWith("\n") || /[^\P{Cc}\n]/u.test(text) || /^\s*EOT\s*$/m.test(text)) return undefined;
  return `<<EOT\n${text}EOT`;
}

function list(items: readonly unknown[], indent: string): string {
  if (items.length === 0) return "[]";
  const deeper = `${indent}  `;
  // A comma cannot follow a heredoc.
  const printed = items.map((item) => (typeof item === "string" ? oneLine(item) : expression(item, deeper)));
  const line = `[${printed.join(", ")}]`;
  if (indent.length + line.length < WIDTH && !line.includes("\n")) return line;
  return `[\n${printed.map((item) => `${deeper}${item},\n`).join("")}${indent}]`;
}

function object(fields: Readonly<Record<string, unknown>>, indent: string): string {
  const entries = Object.entries(fields).filter(([, field]) => field !== undefined);
  if (entries.length === 0) return "{}";
  const deeper = `${indent}  `;
  return `{\n${aligned(
    entries.map(([key, field]) => [objectKey(key), expression(field, deeper)]),
    deeper,
  )}${indent}}`;
}

function objectKey(key: string): string {
  if (IDENTIFIER.test(key)) return key;
  const parts = splitTemplate(key);
  return parts.length === 1 && parts[0]?.isExpression ? `(${simplify(key.slice(2, -1).trim())})` : quoted(key);
}

/** Lines of `key = value`, with the equals signs of one-line neighbours below each other as `terraform fmt` puts them. */
export function aligned(items: readonly (readonly [string, string])[], indent: string): string {
  const lines: string[] = [];
  let run: (readonly [string, string])[] = [];
  const flush = () => {
    const width = Math.max(...run.map(([key]) => key.length));
    lines.push(...run.map(([key, value]) => `${indent}${key.padEnd(width)} = ${value}\n`));
    run = [];
  };
  for (const item of items) {
    if (item[1].includes("\n")) {
      flush();
      lines.push(`${indent}${item[0]} = ${item[1]}\n`);
    } else {
      run.push(item);
    }
  }
  flush();
  return lines.join("");
}
