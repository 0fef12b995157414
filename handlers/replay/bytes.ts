import * as z from "zod";

/** Bytes as a line of a file holds them: as text where they are UTF-8, else as base64. */
export const Bytes = z.union(
  [z.strictObject({ text: z.string() }), z.strictObject({ base64: z.base64() })],
  'expected {"text": "…"}, {"base64": "…"} or null',
);
export type Bytes = z.infer<typeof Bytes>;

const UTF_8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The form in which bytes are kept: text only where it gives the same bytes again. */
export function fromBytes(bytes: Buffer | null): Bytes | null {
  if (bytes === null) return null;
  try {
    return { text: UTF_8.decode(bytes) };
  } catch {
    return { base64: bytes.toString("base64") };
  }
}

/** The bytes again. */
export function toBytes(kept: Bytes | null): Buffer | null {
  if (kept === null) return null;
  return "text" in kept ? Buffer.from(kept.text) : Buffer.from(kept.base64, "base64");
}

/** Control characters, and those that turn the direction of text: a terminal could take them for commands. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffd]/gu;
const SHOWN_CHARACTERS = 120;
/** UTF-8 needs at most so many bytes for a character; what is longer need not be decoded to be shown. */
const LONGEST_CHARACTER = 4;

/** The beginning of the bytes as text that is safe in a terminal. */
export function preview(bytes: Buffer | null, length = SHOWN_CHARACTERS): string {
  if (bytes === null) return "null";
  const text = bytes.subarray(0, (length + 1) * LONGEST_CHARACTER).toString("utf8");
  return [...text].length > length ? `${safe([...text].slice(0, length).join(""))}…` : safe(text);
}

/** Text without what a terminal could take for a command. */
export const safe = (text: string): string => text.replace(UNSAFE, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
