import * as z from "zod";
import { DeadLetterHeaders } from "../../contracts/dead-letter";
import { Bytes, fromBytes, toBytes } from "./bytes";
import type { DeadLetter, Header } from "./dead-letter";

/** A dead letter as a line of JSON. People change `key`, `headers` and `value`; the rest says where it is from. */
const Line = z.strictObject({
  of: DeadLetterHeaders.shape["dlq.source"],
  letter: z.string(),
  reason: DeadLetterHeaders.shape["dlq.reason"],
  detail: z.string(),
  at: DeadLetterHeaders.shape["dlq.at"],
  key: Bytes.nullable(),
  headers: z.array(z.tuple([z.string(), Bytes.nullable()])),
  value: Bytes.nullable(),
});

/** A record to publish in the place of a refused one. */
export interface Replacement extends Pick<DeadLetter, "of" | "reason" | "at" | "key" | "value" | "headers"> {
  /** Number of its line, from 1. */
  readonly line: number;
}

/** The dead letter's line, without the line break. */
export function toLine({ of, letter, reason, detail, at, key, headers, value }: DeadLetter): string {
  const kept = headers.map(([name, bytes]) => [name, fromBytes(bytes)] as const);
  return JSON.stringify({
    of,
    letter,
    reason,
    detail,
    at,
    key: fromBytes(key),
    headers: kept,
    value: fromBytes(value),
  });
}

/** What a file holds: what can be read of it, and a sentence for each line that cannot. */
export interface ReadFile {
  readonly replacements: readonly Replacement[];
  readonly problems: readonly string[];
}

/** Reads a file of such lines; empty ones are passed over, and a record may be in it once. */
export function readLines(text: string): ReadFile {
  const replacements: Replacement[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  for (const [index, content] of text.split("\n").entries()) {
    const line = index + 1;
    if (content.trim() === "") continue;
    const read = readLine(content, line);
    if ("problem" in read) problems.push(`line ${line}: ${read.problem}`);
    else if (seen.has(read.of))
      problems.push(`line ${line}: of is "${read.of}", as in line ${seen.get(read.of)}: remove one`);
    else {
      seen.set(read.of, line);
      replacements.push(read);
    }
  }
  return { replacements, problems };
}

function readLine(content: string, line: number): Replacement | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    return { problem: `not JSON: ${(error as Error).message}` };
  }
  const read = Line.safeParse(json);
  if (!read.success)
    return {
      problem: read.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; "),
    };
  const { of, reason, at, key, headers, value } = read.data;
  const bytes = headers.map(([name, kept]): Header => [name, toBytes(kept)]);
  return { line, of, reason, at, key: toBytes(key), value: toBytes(value), headers: bytes };
}
