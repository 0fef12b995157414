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

/** Firehose's own folders, where a prefix has none. */
const HOURS = "yyyy/MM/dd/HH/";

function expand(prefix: string, at: Date, errorType: string): string {
  return prefix.replace(EXPRESSION, (_, body: string) => {
    if (body === ERROR_TYPE) return errorType;
    if (body === "firehose:random-string") return randomBytes(9).toString("base64url").slice(0, 11);
    return formatTimestamp(body.slice("timestamp:".length), at);
  });
}

/**
 * Expands a prefix. One without a timestamp gets the hour behind it.
 * @param at arrival of the object's oldest record, which Firehose dates objects by
 */
export function expandPrefix(prefix: string, at: Date): string {
  const expanded = expand(prefix, at, "");
  return prefix.includes("!{timestamp:") ? expanded : expanded + formatTimestamp(HOURS, at);
}

/**
 * Expands an error prefix. An empty one becomes the kind of failure and the hour.
 * @param errorType the kind of failure, such as `format-conversion-failed`
 */
export function expandErrorPrefix(prefix: string, at: Date, errorType: string): string {
  return prefix ? expand(prefix, at, errorType) : `${errorType}/${formatTimestamp(HOURS, at)}`;
}
