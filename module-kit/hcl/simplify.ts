import { closingQuote } from "./template";

interface Token {
  readonly text: string;
  readonly isString: boolean;
}

/**
 * An expression as people write it: `x.name` for `x["name"]`, bare keys in objects, no needless parentheses.
 * Text inside quotes is left alone.
 */
export function simplify(expression: string): string {
  const tokens = withoutOuterParentheses(split(expression));
  return tokens
    .map((token, i) =>
      token.isString ? simplifyString(token, tokens[i - 1], tokens[i + 1]) : simplifyCode(token, tokens, i),
    )
    .join("");
}

/** An expression longer than this goes over several lines, which `terraform fmt` then indents and aligns. */
export const WIDTH = 100;

/** Puts each entry of the objects in a long expression on a line of its own; a `for` stays as it is. */
export function wrapped(expression: string): string {
  if (expression.length <= WIDTH) return expression;
  const open: boolean[] = [];
  const wrap = (part: string, object: string | undefined) => {
    if (/^[{[(]/.test(part)) open.push(object !== undefined);
    if (object !== undefined) return "{\n";
    if (/[}\])]/.test(part) && open.pop()) return "\n}";
    return part === "," && open.at(-1) ? "\n" : part;
  };
  const code = (text: string) => text.replace(/(\{(?=\s*(?:\w+|\([^()]*\))?\s*(?:=(?!=)|$))\s*)|[{}[\](),]/g, wrap);
  return split(expression)
    .map(({ text, isString }) => (isString ? text : code(text)))
    .join("");
}

const NAME = /^"([A-Za-z_]\w*)"$/;

function simplifyString(token: Token, before: Token | undefined, after: Token | undefined): string {
  const name = NAME.exec(token.text)?.[1];
  if (!name) return token.text;
  if (isIndex(before, after)) return `.${name}`;
  const isKey = /[{,]\s*$/.test(before?.text ?? "") && /^\s*=[^=>]/.test(after?.text ?? "");
  return isKey ? name : token.text;
}

/** Code next to a string that {@link simplifyString} turned into `.name` loses the brackets around it. */
function simplifyCode(token: Token, tokens: readonly Token[], i: number): string {
  let text = token.text;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (after && NAME.test(after.text) && isIndex(token, tokens[i + 2])) text = text.slice(0, -1);
  if (before && NAME.test(before.text) && isIndex(tokens[i - 2], token)) text = text.slice(1);
  return text
    .replace(/\[ for /g, "[for ")
    .replace(/(\bin [^:?]*?[^\s:]): /g, "$1 : ")
    .replace(/(?<=[{,] ?)(\w+)=/g, "$1 =")
    .replace(/(?<=[(,] ?)\(([^()]*)\)(?=[,)])/g, "$1")
    .replace(/(^|[(,] ?)\(([^()|&?]+)\)(?= (\|\||&&) )/g, "$1$2")
    .replace(/((?:\|\||&&) )\(([^()|&?]+)\)(?=$|[,)]| \|\| | && )/g, "$1$2");
}

/** An instance of a resource keeps its brackets: `aws_vpc_endpoint.gateway["s3"]`. */
const isIndex = (before: Token | undefined, after: Token | undefined) =>
  /[\w\])]\[$/.test(before?.text ?? "") &&
  !/(^|[^.\w])(data\.)?[a-z]+_\w+\.\w+\[$/.test(before?.text ?? "") &&
  (after?.text ?? "").startsWith("]");

/** Code and quoted strings, in turn. */
function split(expression: string): Token[] {
  const tokens: Token[] = [];
  let code = "";
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] !== '"') {
      code += expression[at];
      continue;
    }
    const end = closingQuote(expression, at + 1);
    if (code) tokens.push({ text: code, isString: false });
    code = "";
    tokens.push({ text: expression.slice(at, end + 1), isString: true });
    at = end;
  }
  if (code) tokens.push({ text: code, isString: false });
  return tokens;
}

/** cdktf puts every operation in parentheses; around the whole expression they say nothing. */
function withoutOuterParentheses(tokens: readonly Token[]): readonly Token[] {
  const first = tokens[0];
  if (!first || first.isString || !first.text.startsWith("(")) return tokens;
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.isString) continue;
    for (let at = 0; at < token.text.length; at++) {
      if (token.text[at] === "(") depth++;
      if (token.text[at] !== ")" || --depth > 0) continue;
      const rest = token.text.slice(at + 1);
      const isWhole = i === tokens.length - 1 && rest === "";
      if (!isWhole && !rest.startsWith(" ?")) return tokens;
      const opened = tokens.map((t, j) => (j === i ? { ...t, text: t.text.slice(0, at) + rest } : t));
      return opened.map((t, j) => (j === 0 ? { ...t, text: t.text.slice(1) } : t));
    }
  }
  return tokens;
}
