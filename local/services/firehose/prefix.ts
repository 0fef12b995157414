import { randomBytes } from "node:crypto";

const EXPRESSION = /!\{([^}]*)\}/g;
const TOKENS = /yyyy|yy|MM|M|dd|d|HH|H|mm|m|ss|s|DDD/g;
const ERROR_TYPE = "firehose:error-output-type";

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function dayOfYear(at: Date): number {
  return Math.floor(
    (Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()) - Date.UTC(at.getUTCFullYear(), 0, 0)) /
      86_400_000,
  );
}

/** Formats a time in UTC by the letters of Java's DateTimeFormatter that Firehose's prefixes use. */
export function formatTimestamp(pattern: string, at: Date): string {
  const values: Record<string, number> = {
    yyyy: at.getUTCFullYear(),
    yy: at.getUTCFullYear() % 100,
    MM: at.getUTCMonth() + 1,
    M: at.getUTCMonth() + 1,
    dd: at.getUTCDate(),
    d: at.getUTCDate(),
    HH: at.getUTCHours(),
    H: at.getUTCHours(),
    mm: at.getUTCMinutes(),
    m: at.getUTCMinutes(),
    ss: at.getUTCSeconds(),
    s: at.getUTCSeconds(),
    DDD: dayOfYear(at),
  };
  return pattern
    .split("'")
    .map((part, i) => (i % 2 === 1 ? part : part.replace(TOKENS, (token) => pad(values[token]!, token.length))))
    .join("");
}

/** What is wrong with a prefix, or undefined. Rules: https://docs.aws.amazon.com/firehose/latest/dev/s3-prefixes.html */
export function prefixProblem(prefix: string, isErrorPrefix: boolean): string | undefined {
  for (const [expression, body = ""] of prefix.matchAll(EXPRESSION)) {
    if (/^timestamp:.+$/.test(body) || body === "firehose:random-string") continue;
    if (body === ERROR_TYPE) {
      if (isErrorPrefix) continue;
      return `${expression} is allowed in ErrorOutputPrefix only.`;
    }
    return `${expression} is not known. Allowed: !{timestamp:<format>}, !{firehose:random-string}, !{${ERROR_TYPE}}.`;
  }
  if (isErrorPrefix && /!\{/.test(prefix) && !prefix.includes(ERROR_TYPE))
    return `ErrorOutputPrefix has expressions, so it must have !{${ERROR_TYPE}}.`;
  return undefined;
}

/** Whether a prefix has expressions; then Firehose asks for an error prefix as well. */
export function hasExpressions(prefix: string): boolean {
  return prefix.includes("!{");
}

function appendDefault(prefix: string, expanded: string, at: Date): string {
  // Without a timestamp expression Firehose adds the hour itself.
  return prefix.includes("!{timestamp:") ? expanded : `${expanded}${formatTimestamp("yyyy/MM/dd/HH/", at)}`;
}

/**
 * Expands a prefix.
 * @param at approximate arrival of the object's oldest record, which Firehose dates objects by
 * @param errorType the kind of failure, for an error prefix
 */
export function expandPrefix(prefix: string, at: Date, errorType = ""): string {
  const expanded = prefix.replace(EXPRESSION, (_, body: string) => {
    if (body === ERROR_TYPE) return errorType;
    if (body === "firehose:random-string") return randomBytes(6).toString("base64url").slice(0, 11);
    return formatTimestamp(body.slice("timestamp:".length), at);
  });
  return appendDefault(prefix, expanded, at);
}
