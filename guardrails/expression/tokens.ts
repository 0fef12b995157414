import { SyntaxProblem } from "./syntax";

/** One word of an expression; `text` of a string is what stands between its quotes, escapes included. */
export interface Word {
  readonly type: "string" | "number" | "name" | "sign" | "end";
  readonly text: string;
  readonly start: number;
}

const SIGNS = ["...", "&&", "||", "==", "!=", "<=", ">=", "=>", ..."?:,.()[]{}+-*/%!<>="];
const NUMBER = /\d+(\.\d+)?([eE][+-]?\d+)?/y;
const NAME = /[A-Za-z_][\w-]*/y;

/** Index of the quote that ends the string whose first character is at `from`; quotes inside `${…}` belong to expressions. */
function endOfString(source: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '"') return at;
    if (source[at] === "\\") at++;
    else if (source.startsWith("$${", at)) at += 2;
    else if (source.startsWith("${", at)) at = endOfInterpolation(source, at + 2);
  }
  throw new SyntaxProblem(`unclosed string: ${source}`);
}

/** Index of the brace that ends the expression whose first character is at `from`. */
export function endOfInterpolation(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    if (source[at] === '"') at = endOfString(source, at + 1);
    else if (source[at] === "{") depth++;
    else if (source[at] === "}" && depth-- === 0) return at;
  }
  throw new SyntaxProblem(`unclosed expression: ${source}`);
}

/** The words of `source`, ended by one of type "end". @throws SyntaxProblem */
export function words(source: string): Word[] {
  const found: Word[] = [];
  let at = 0;
  while (at < source.length) {
    if (/\s/.test(source[at]!)) {
      at++;
      continue;
    }
    const word = source[at] === '"' ? string(source, at) : (match(source, at) ?? sign(source, at));
    found.push(word.word);
    at = word.next;
  }
  return [...found, { type: "end", text: "", start: at }];
}

function string(source: string, start: number) {
  const end = endOfString(source, start + 1);
  return { word: { type: "string", text: source.slice(start + 1, end), start } as const, next: end + 1 };
}

function match(source: string, start: number) {
  for (const [type, pattern] of [
    ["number", NUMBER],
    ["name", NAME],
  ] as const) {
    pattern.lastIndex = start;
    const text = pattern.exec(source)?.[0];
    if (text) return { word: { type, text, start } as const, next: start + text.length };
  }
  return undefined;
}

function sign(source: string, start: number) {
  const text = SIGNS.find((candidate) => source.startsWith(candidate, start));
  if (!text) throw new SyntaxProblem(`unexpected "${source[start]}" in ${source}`);
  return { word: { type: "sign", text, start } as const, next: start + text.length };
}
