import type { NodePath } from "@babel/traverse";
import { type Constancy, isAtLeast, meet } from "./constancy";
import { parameterConstancy } from "./parameters";
import { at, bindingOf, isGlobal, propertyOf, rowOf, sourceOf } from "./syntax";

const allOrNothing = (all: readonly Constancy[]): Constancy => (meet(all) === "value" ? "value" : "nothing");

/** What `Object` gives for an object of a known shape has a known shape too. */
export const OF_SHAPE = ["entries", "keys", "values", "fromEntries", "assign"];

export function constancyOf(path: NodePath): Constancy {
  const inner = (...places: string[]) => places.map((place) => constancyOf(at(path, place)));
  switch (path.node?.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
    case "RegExpLiteral":
      return "value";
    case "TemplateLiteral":
      return allOrNothing(rowOf(path, "expressions").map(constancyOf));
    case "UnaryExpression":
      return allOrNothing(inner("argument"));
    case "BinaryExpression":
    case "LogicalExpression":
      return allOrNothing(inner("left", "right"));
    case "ConditionalExpression":
      return constancyOf(at(path, "test")) === "value" ? meet(inner("consequent", "alternate")) : "nothing";
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return constancyOf(at(path, "expression"));
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
function collection(elements: readonly NodePath[]): Constancy {
  const parts = elements.map((each): Constancy => {
    if (each.isSpreadElement()) return constancyOf(at(each, "argument"));
    if (!each.isObjectProperty()) return isAtLeast(constancyOf(each), "value") ? "value" : "shape";
    if (each.node.computed && constancyOf(at(each, "key")) !== "value") return "nothing";
    return constancyOf(at(each, "value")) === "value" ? "value" : "shape";
  });
  return meet(parts);
}

function member(path: NodePath): Constancy {
  const object = constancyOf(at(path, "object"));
  const property = propertyOf(path);
  if (property === "length") return object === "nothing" ? "nothing" : "value";
  return allOrNothing(property === undefined ? [object, constancyOf(at(path, "property"))] : [object]);
}

function call(path: NodePath): Constancy {
  const callee = at(path, "callee");
  const given = rowOf(path, "arguments").map(constancyOf);
  if (callee.isIdentifier()) return allOrNothing([constancyOf(callee), ...given]);
  const method = propertyOf(callee);
  if (method === undefined) return "nothing";
  const object = constancyOf(at(callee, "object"));
  if (allOrNothing([object, ...given]) === "value") return "value";
  if (isGlobal(at(callee, "object"))) return OF_SHAPE.includes(method) ? meet(["shape", ...given]) : "nothing";
  if (method === "map") return meet(["shape", object]);
  if (method === "flatMap") return meet(["shape", object, ...rowOf(path, "arguments").map(result)]);
  return method === "concat" ? meet(["shape", object, ...given]) : "nothing";
}

/** What is known of what an arrow function gives. */
const result = (fn: NodePath): Constancy => (fn.isArrowFunctionExpression() ? constancyOf(at(fn, "body")) : "nothing");

/** These may well make an expression of plain values. */
const MAKES_EXPRESSIONS = /^(cdkt[fn]|constructs|@cdkt[fn]\/.*|.*module-kit\/.*)$/;

function identifier(path: NodePath): Constancy {
  const source = sourceOf(path);
  if (source !== undefined) return MAKES_EXPRESSIONS.test(source) ? "nothing" : "value";
  const binding = bindingOf(path);
  // What stands outside of all functions was made before there was any input.
  if (!binding || binding.scope.path.isProgram()) return "value";
  if (binding.kind === "param") return parameterConstancy(binding, constancyOf);
  const declared: NodePath = binding.path;
  if (!binding.constant || !declared.isVariableDeclarator()) return "nothing";
  const loop = declared.parentPath?.parentPath;
  if (loop?.isForOfStatement()) return allOrNothing([constancyOf(at(loop, "right"))]);
  const value = constancyOf(at(declared, "init"));
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
