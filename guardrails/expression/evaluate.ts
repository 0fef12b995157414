import { call } from "./functions";
import { parseTemplate } from "./parse";
import { type Expression, SyntaxProblem } from "./syntax";
import { isMap, print, Unknown, type Value } from "./value";

/** Names that have a value where an expression stands, such as `each` and `local`. */
export type Scope = { readonly [name: string]: Value };

/** One reference and nothing else, which most expressions are: not worth a parse. */
const REFERENCE = /^\$\{(\w+)(\.[\w-]+)+\}$/;

/** What a string of Terraform JSON comes to. Text outside the supported language is unknown, and no error. */
export function evaluateTemplate(text: string, scope: Scope): Value {
  if (!text.includes("${")) return text;
  const root = REFERENCE.exec(text)?.[1];
  if (root && !(root in scope)) return new Unknown(text.slice(2, -1));
  try {
    return evaluate(parseTemplate(text), scope);
  } catch (error) {
    if (!(error instanceof SyntaxProblem)) throw error;
    const whole = /^\$\{([\s\S]*)\}$/.exec(text)?.[1];
    return whole === undefined ? text : new Unknown(whole);
  }
}

/** Evaluates every string inside a JSON value. */
export function evaluateJson(json: unknown, scope: Scope): Value {
  if (typeof json === "string") return evaluateTemplate(json, scope);
  if (Array.isArray(json)) return json.map((item) => evaluateJson(item, scope));
  if (typeof json === "object" && json !== null) {
    return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, evaluateJson(item, scope)]));
  }
  return json as Value;
}

export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "name":
      return scope[expression.name] ?? new Unknown(expression.name);
    case "list":
      return expression.items.map((item) => evaluate(item, scope));
    case "object":
      return object(expression.entries, scope);
    case "template":
      return template(expression.parts, scope);
    case "unary":
      return unary(expression.operator, evaluate(expression.operand, scope));
    case "binary":
      return binary(expression, scope);
    case "condition":
      return condition(expression, scope);
    case "call":
      return callFunction(expression, scope);
    case "attribute":
      return attribute(evaluate(expression.of, scope), expression.name);
    case "index":
      return index(evaluate(expression.of, scope), evaluate(expression.key, scope));
    case "splat":
      return splat(evaluate(expression.of, scope), expression.path);
    case "for":
      return new Unknown(`[${expression.source}]`);
  }
}

function object(entries: readonly (readonly [Expression, Expression])[], scope: Scope): Value {
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const name = evaluate(key, scope);
      return [name instanceof Unknown ? `\${${name.text}}` : String(name), evaluate(value, scope)];
    }),
  );
}

function template(parts: readonly Expression[], scope: Scope): Value {
  const values = parts.map((part) => evaluate(part, scope));
  return values.map((value) => (typeof value === "object" && value ? `\${${print(value)}}` : String(value))).join("");
}

function unary(operator: string, value: Value): Value {
  if (value instanceof Unknown) return new Unknown(`${operator}${value.text}`);
  return operator === "!" ? !value : -Number(value);
}

const ARITHMETIC: Record<string, (left: number, right: number) => number | boolean> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
  "+": (left, right) => left + right,
  "-": (left, right) => left - right,
  "*": (left, right) => left * right,
  "/": (left, right) => left / right,
  "%": (left, right) => left % right,
};

function binary({ operator, ...sides }: Extract<Expression, { kind: "binary" }>, scope: Scope): Value {
  const left = evaluate(sides.left, scope);
  const right = evaluate(sides.right, scope);
  const known = [left, right].filter((value) => !(value instanceof Unknown));
  if (operator === "&&" && known.includes(false)) return false;
  if (operator === "||" && known.includes(true)) return true;
  if (known.length < 2) return new Unknown(`${print(left)} ${operator} ${print(right)}`);
  if (operator === "&&" || operator === "||") return operator === "&&";
  if (operator === "==" || operator === "!=") return (print(left) === print(right)) === (operator === "==");
  return ARITHMETIC[operator]!(Number(left), Number(right));
}

function condition(
  { condition, whenTrue, whenFalse }: Extract<Expression, { kind: "condition" }>,
  scope: Scope,
): Value {
  const decided = evaluate(condition, scope);
  if (decided instanceof Unknown) {
    return new Unknown(`${decided.text} ? ${print(evaluate(whenTrue, scope))} : ${print(evaluate(whenFalse, scope))}`);
  }
  return evaluate(decided === true || decided === "true" ? whenTrue : whenFalse, scope);
}

function callFunction({ name, args, spread }: Extract<Expression, { kind: "call" }>, scope: Scope): Value {
  const values = args.map((arg) => evaluate(arg, scope));
  const last = values.at(-1);
  const all = spread && Array.isArray(last) ? [...values.slice(0, -1), ...last] : values;
  const complete = !spread || Array.isArray(last);
  const result = complete ? call(name, all) : undefined;
  return result ?? new Unknown(`${name}(${values.map(print).join(", ")}${spread ? "..." : ""})`);
}

function attribute(of: Value, name: string): Value {
  if (of instanceof Unknown) return new Unknown(`${of.text}.${name}`);
  return element(of, name);
}

function index(of: Value, key: Value): Value {
  if (of instanceof Unknown || key instanceof Unknown) return new Unknown(`${print(of)}[${print(key)}]`);
  return element(of, key);
}

function element(of: Value, key: Value): Value {
  if (Array.isArray(of)) return of[Number(key)] ?? null;
  return isMap(of) ? (of[String(key)] ?? null) : null;
}

function splat(of: Value, path: readonly string[]): Value {
  if (of instanceof Unknown) return new Unknown(`${of.text}[*]${path.map((name) => `.${name}`).join("")}`);
  const items = Array.isArray(of) ? of : of === null ? [] : [of];
  return items.map((item: Value) => path.reduce(attribute, item));
}
