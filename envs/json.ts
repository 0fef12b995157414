import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

/** Where a position of the text is, for a person. */
function lineOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  InvalidCommentToken: "JSON has no comments",
  PropertyNameExpected: "expected a name in double quotes, such as after a comma too many",
  ValueExpected: "expected a value",
  CommaExpected: "expected a comma",
  EndOfFileExpected: "there is more after the end",
};

/**
 * Reads JSON as a person writes it by hand: a byte-order mark is passed over, and a name that stands twice in one object is an error, where
 * `JSON.parse` would quietly take the last.
 *
 * @throws Error that names the line, and for a name that stands twice the path.
 */
export function readJson(source: string): unknown {
  const text = source.replace(/^\uFEFF/, "");
  if (text.trim() === "") throw new Error("the file is empty");
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [error] = errors;
  if (error) {
    const code = printParseErrorCode(error.error);
    throw new Error(`${EXPLANATIONS[code] ?? code}, ${lineOf(text, error.offset)}`);
  }
  const problem = tree && wrongName(tree, []);
  if (problem) throw new Error(`${problem.path} ${problem.why}, ${lineOf(text, problem.offset)}`);
  return JSON.parse(text);
}

/** The first name that stands twice in its object, or that is no name but JavaScript's way to an object's prototype. */
function wrongName(node: Node, path: readonly string[]): { path: string; why: string; offset: number } | undefined {
  const seen = new Set<string>();
  for (const [index, child] of (node.children ?? []).entries()) {
    const [name, value] = node.type === "object" ? (child.children ?? []) : [undefined, child];
    const own = [...path, name ? String(name.value) : String(index)];
    const why = name?.value === "__proto__" ? "is not allowed" : name && seen.has(name.value) && "stands twice";
    if (name && why) return { path: own.join("."), why, offset: name.offset };
    if (name) seen.add(name.value);
    const below = value && wrongName(value, own);
    if (below) return below;
  }
  return undefined;
}
