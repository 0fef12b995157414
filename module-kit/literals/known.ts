import type { NodePath } from "@babel/traverse";
import { knownParameter } from "./parameters";
import { at, bindingOf, isGlobal, propertyOf, rowOf, sourceOf } from "./syntax";

/**
 * What is the same for every input of a module: nothing of an expression, its shape (how many elements it has, and which keys), or all
 * of its value. What may be an input counts as one.
 */
export type Known = "nothing" | "shape" | "value";

const RANKS: readonly Known[] = ["nothing", "shape", "value"];
export const isAtLeast = (known: Known, wanted: Known): boolean => RANKS.indexOf(known) >= RANKS.indexOf(wanted);
export const least = (all: readonly Known[]): Known => all.reduce<Known>((a, b) => (isAtLeast(a, b) ? b : a), "value");
const allOrNothing = (all: readonly Known[]): Known => (least(all) === "value" ? "value" : "nothing");

/** What `Object` gives for an object of a known shape has a known shape too. */
export const OF_SHAPE = ["entries", "keys", "values", "fromEntries", "assign"];

export function known(path: NodePath): Known {
  const inner = (...places: string[]) => places.map((place) => known(at(path, place)));
  switch (path.node?.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "RegExpLiteral":
      return "value";
    case "TemplateLiteral":
      return allOrNothing(rowOf(path, "expressions").map(known));
    case "UnaryExpression":
      return allOrNothing(inner("argument"));
    case "BinaryExpression":
    case "LogicalExpression":
      return allOrNothing(inner("left", "right"));
    case "ConditionalExpression":
      return known(at(path, "test")) === "value" ? least(inner("consequent", "alternate")) : "nothing";
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return known(at(path, "expression"));
    case "ArrayExpression":
      return collection(rowOf(path, "elements"));
    case "ObjectExpression":
      return collection(rowOf(path, "properties"));
    case "ArrowFunctionExpression":
    case "FunctionExpression":
      return isClosed(path) ? "value" : "nothing";
    case "Identifier":
      return identifier(path);
    case "MemberExpression":
      return member(path);
    case "CallExpression":
      return call(path);
    default:
      return "nothing";
  }
}

/** A list or an object that is written out is known in shape, whatever its elements are. */
function collection(elements: readonly NodePath[]): Known {
  const parts = elements.map((each): Known => {
    if (each.isSpreadElement()) return known(at(each, "argument"));
    if (!each.isObjectProperty()) return isAtLeast(known(each), "value") ? "value" : "shape";
    if (each.node.computed && known(at(each, "key")) !== "value") return "nothing";
    return known(at(each, "value")) === "value" ? "value" : "shape";
  });
  return least(parts);
}

function member(path: NodePath): Known {
  const object = known(at(path, "object"));
  const property = propertyOf(path);
  if (property === "length") return object === "nothing" ? "nothing" : "value";
  return allOrNothing(property === undefined ? [object, known(at(path, "property"))] : [object]);
}

function call(path: NodePath): Known {
  const callee = at(path, "callee");
  const given = rowOf(path, "arguments").map(known);
  if (callee.isIdentifier()) return allOrNothing([known(callee), ...given]);
  const method = propertyOf(callee);
  if (method === undefined) return "nothing";
  const object = known(at(callee, "object"));
  if (allOrNothing([object, ...given]) === "value") return "value";
  if (isGlobal(at(callee, "object"))) return OF_SHAPE.includes(method) ? least(["shape", ...given]) : "nothing";
  if (method === "map") return least(["shape", object]);
  if (method === "flatMap") return least(["shape", object, ...rowOf(path, "arguments").map(result)]);
  return method === "concat" ? least(["shape", object, ...given]) : "nothing";
}

/** What is known of what an arrow function gives. */
const result = (fn: NodePath): Known => (fn.isArrowFunctionExpression() ? known(at(fn, "body")) : "nothing");

/** These may well make an expression of plain values. */
const MAKES_EXPRESSIONS = /^(cdktf|constructs|@cdktf\/.*|.*module-kit\/.*)$/;

function identifier(path: NodePath): Known {
  const source = sourceOf(path);
  if (source !== undefined) return MAKES_EXPRESSIONS.test(source) ? "nothing" : "value";
  const binding = bindingOf(path);
  // What stands outside of all functions was made before there was any input.
  if (!binding || binding.scope.path.isProgram()) return "value";
  if (binding.kind === "param") return knownParameter(binding);
  const declared: NodePath = binding.path;
  if (!binding.constant || !declared.isVariableDeclarator()) return "nothing";
  const loop = declared.parentPath?.parentPath;
  if (loop?.isForOfStatement()) return allOrNothing([known(at(loop, "right"))]);
  const value = known(at(declared, "init"));
  return at(declared, "id").isIdentifier() ? value : allOrNothing([value]);
}

/** Whether a function reads nothing that depends on inputs: what it gives depends on its arguments alone. */
function isClosed(path: NodePath): boolean {
  let closed = true;
  path.traverse({
    ThisExpression() {
      closed = false;
    },
    Identifier(reference) {
      const own = bindingOf(reference)?.scope.path;
      const isWithin = own === path || own?.isDescendant(path);
      if (reference.isReferencedIdentifier() && !isWithin && identifier(reference) !== "value") closed = false;
    },
  });
  return closed;
}
