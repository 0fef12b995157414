import { type Expression, SyntaxProblem } from "./syntax";
import { endOfInterpolation, type Word, words } from "./tokens";

/** Binary operators, the loosest first: https://developer.hashicorp.com/terraform/language/expressions/operators */
const PRECEDENCE = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]];
const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

/** Parses a string of Terraform JSON, in which expressions stand in `${…}`. @throws SyntaxProblem */
export function parseTemplate(text: string): Expression {
  const parts: Expression[] = [];
  let literal = "";
  let at = 0;
  const flush = () => {
    if (literal) parts.push({ kind: "literal", value: literal });
    literal = "";
  };
  while (at < text.length) {
    if (text.startsWith("$${", at)) {
      literal += "$${";
      at += 3;
    } else if (text.startsWith("${", at)) {
      flush();
      const end = endOfInterpolation(text, at + 2);
      parts.push(new Parser(text.slice(at + 2, end)).whole());
      at = end + 1;
    } else literal += text[at++];
  }
  flush();
  if (parts.length === 0) return { kind: "literal", value: "" };
  return parts.length === 1 ? parts[0]! : { kind: "template", parts };
}

class Parser {
  private readonly words: Word[];
  private at = 0;

  constructor(private readonly source: string) {
    this.words = words(source);
  }

  whole(): Expression {
    const expression = this.expression();
    if (this.word.type !== "end") throw this.problem();
    return expression;
  }

  private get word(): Word {
    return this.words[this.at]!;
  }

  private problem(): SyntaxProblem {
    return new SyntaxProblem(`unexpected "${this.word.text}" at ${this.word.start} of ${this.source}`);
  }

  private take(...signs: string[]): string | undefined {
    const { type, text } = this.word;
    if (type !== "sign" || !signs.includes(text)) return undefined;
    this.at++;
    return text;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw this.problem();
  }

  private expression(): Expression {
    const condition = this.binary(0);
    if (!this.take("?")) return condition;
    const whenTrue = this.expression();
    this.expect(":");
    return { kind: "condition", condition, whenTrue, whenFalse: this.expression() };
  }

  private binary(level: number): Expression {
    const operators = PRECEDENCE[level];
    if (!operators) return this.unary();
    let left = this.binary(level + 1);
    for (let operator = this.take(...operators); operator; operator = this.take(...operators)) {
      left = { kind: "binary", operator, left, right: this.binary(level + 1) };
    }
    return left;
  }

  private unary(): Expression {
    const operator = this.take("!", "-");
    return operator ? { kind: "unary", operator, operand: this.unary() } : this.traversal(this.primary());
  }

  private traversal(start: Expression): Expression {
    let of = start;
    for (;;) {
      if (this.take(".")) of = this.take("*") ? this.splat(of) : { kind: "attribute", of, name: this.attribute() };
      else if (this.take("[")) {
        const splat = this.take("*");
        const key = splat ? undefined : this.expression();
        this.expect("]");
        of = key ? { kind: "index", of, key } : this.splat(of);
      } else return of;
    }
  }

  private splat(of: Expression): Expression {
    const path: string[] = [];
    while (this.take(".")) path.push(this.attribute());
    return { kind: "splat", of, path };
  }

  private attribute(): string {
    const { type, text } = this.word;
    if (type !== "name" && type !== "number") throw this.problem();
    this.at++;
    return text;
  }

  private primary(): Expression {
    const { type, text } = this.word;
    if (this.take("(")) {
      const inner = this.expression();
      this.expect(")");
      return inner;
    }
    if (this.take("[")) return this.isFor() ? this.forExpression("]") : { kind: "list", items: this.items("]") };
    if (this.take("{")) return this.isFor() ? this.forExpression("}") : this.object();
    this.at++;
    if (type === "string") return string(text);
    if (type === "number") return { kind: "literal", value: Number(text) };
    if (type !== "name") {
      this.at--;
      throw this.problem();
    }
    if (text === "true" || text === "false") return { kind: "literal", value: text === "true" };
    if (text === "null") return { kind: "literal", value: null };
    return this.take("(") ? this.call(text) : { kind: "name", name: text };
  }

  private call(name: string): Expression {
    const args = this.items(")", "...");
    return { kind: "call", name, args, spread: this.words[this.at - 2]?.text === "..." };
  }

  /** Expressions up to the sign `end`, which `last` may precede. */
  private items(end: string, last?: string): Expression[] {
    const found: Expression[] = [];
    while (!this.take(end)) {
      found.push(this.expression());
      if (last) this.take(last);
      if (!this.take(",") && this.word.text !== end) throw this.problem();
    }
    return found;
  }

  private object(): Expression {
    const entries: [Expression, Expression][] = [];
    while (!this.take("}")) {
      const key = this.binary(0);
      if (!this.take("=", ":")) throw this.problem();
      const name: Expression = key.kind === "name" ? { kind: "literal", value: key.name } : key;
      entries.push([name, this.expression()]);
      this.take(",");
    }
    return { kind: "object", entries };
  }

  private isFor(): boolean {
    return this.word.type === "name" && this.word.text === "for";
  }

  /** Comprehensions are kept as text: no rule needs to look into one. */
  private forExpression(end: string): Expression {
    const start = this.word.start;
    const open = end === "]" ? "[" : "{";
    for (let depth = 1; depth > 0; this.at++) {
      if (this.word.type === "end") throw this.problem();
      if (this.word.type !== "sign") continue;
      if (this.word.text === open) depth++;
      if (this.word.text === end) depth--;
    }
    return { kind: "for", source: this.source.slice(start, this.words[this.at - 1]!.start) };
  }
}

function string(text: string): Expression {
  const parsed = parseTemplate(text);
  const plain = (value: string) => value.replace(/\\(.)/g, (whole, letter: string) => ESCAPES[letter] ?? whole);
  if (parsed.kind === "literal") return { kind: "literal", value: plain(String(parsed.value)) };
  if (parsed.kind !== "template") return { kind: "template", parts: [parsed] };
  const parts = parsed.parts.map(
    (part): Expression => (part.kind === "literal" ? { kind: "literal", value: plain(String(part.value)) } : part),
  );
  return { kind: "template", parts };
}
