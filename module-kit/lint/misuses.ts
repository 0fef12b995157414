import traverse, { type Node, type NodePath, type TraverseOptions } from "@babel/traverse";
import { type Constancy, isAtLeast } from "./constancy";
import { constancyOf, OF_SHAPE } from "./constant-analysis";
import { isLibrary, isProps } from "./props";
import { at, isGlobal, nameOf, propertyOf, rowOf, sourceOf } from "./syntax";

/** Plain JavaScript done to a value that in the published module is an expression. */
export interface Misuse {
  readonly line: number;
  readonly code: string;
  /** What is wrong, and what to write. */
  readonly why: string;
}

const CONDITION = "is decided once for every user: write onlyIf, blockIf, choose, not, given or notEmpty";
const COMPUTATION = "compares or computes with a token: write choose, precondition, or Op and Fn of cdktf";
const LOOP = "loops over a token, which has one element: write times, forEachOf, blocks or blocksByKey";
const SPREAD = "copies a token: write merge for maps, concat for blocks, together for resources";
const METHOD = "reads a token, not the value: write a function of the kit, or Fn of cdktf";
const DEFAULT = "is never left out of a published module: give the input a default, or write choose and given";
const OUTSIDE = "gives a token to a function that expects a value";

/** Conditions on whether a value is known, not on the value. */
const ASK_WHETHER_KNOWN = ["isKnown", "never"];
/** Properties and methods of text, numbers and lists. */
const OF_DATA = new Set([String, Number, Array].flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype)));
OF_DATA.delete("constructor");
/** Those of a list that look at nothing but its shape. */
const SHAPE_IS_ENOUGH = "map flatMap forEach concat entries keys values slice at join length".split(" ");
const CALLBACK_DECIDES = "filter find findIndex findLast findLastIndex some every sort toSorted".split(" ");

type Report = (path: NodePath, wanted: Constancy, why: string) => void;

/** Every misuse in a file of a module, in order. */
export function misusesIn(ast: Parameters<typeof traverse>[0], code: string): Misuse[] {
  const found = new Map<number, { node: Node; misuse: Misuse }>();
  const need: Report = (path, wanted, why) => {
    const { start, end, loc } = path.node ?? {};
    const isPartOfOne = path.findParent(({ node }) => found.get(node.start ?? -1)?.node === node);
    if (typeof start !== "number" || isAtLeast(constancyOf(path), wanted) || found.has(start) || isPartOfOne) return;
    const text = code.slice(start, end ?? start).replace(/\s+/g, " ");
    found.set(start, { node: path.node, misuse: { line: loc?.start.line ?? 0, code: text, why } });
  };
  traverse(ast, visitors(need));
  return [...found.values()].map(({ misuse }) => misuse).sort((a, b) => a.line - b.line);
}

function visitors(need: Report): TraverseOptions {
  const condition = (path: NodePath): void => {
    if (path.isLogicalExpression()) for (const side of ["left", "right"]) condition(at(path, side));
    else if (path.isUnaryExpression({ operator: "!" })) condition(at(path, "argument"));
    else if (!asksWhetherKnown(path)) need(path, "value", CONDITION);
  };
  const each = (paths: readonly NodePath[], wanted: Constancy, why: string) => {
    for (const path of paths) need(path, wanted, why);
  };
  return {
    IfStatement: (path) => condition(at(path, "test")),
    ConditionalExpression: (path) => condition(at(path, "test")),
    "WhileStatement|DoWhileStatement|ForStatement": (path: NodePath) => condition(at(path, "test")),
    LogicalExpression: (path) =>
      path.node.operator === "??" ? need(at(path, "left"), "value", DEFAULT) : condition(at(path, "left")),
    UnaryExpression(path) {
      if (path.node.operator === "!") condition(at(path, "argument"));
      else need(at(path, "argument"), "value", COMPUTATION);
    },
    BinaryExpression: (path) => each([at(path, "left"), at(path, "right")], "value", COMPUTATION),
    AssignmentExpression(path) {
      if (path.node.operator !== "=") need(at(path, "left"), "value", COMPUTATION);
    },
    SwitchStatement: (path) => need(at(path, "discriminant"), "value", CONDITION),
    "ForOfStatement|ForInStatement": (path: NodePath) => need(at(path, "right"), "shape", LOOP),
    SpreadElement(path) {
      const isObject = path.parentPath.isObjectExpression();
      if (!isObject || !isProps(at(path, "argument"))) need(at(path, "argument"), "shape", SPREAD);
    },
    VariableDeclarator(path) {
      if (at(path, "id").isArrayPattern()) need(at(path, "init"), "shape", LOOP);
    },
    AssignmentPattern: (path) => need(at(path, "left"), "value", DEFAULT),
    OptionalMemberExpression: (path) => need(at(path, "object"), "value", DEFAULT),
    OptionalCallExpression: (path) => need(at(path, "callee"), "value", DEFAULT),
    MemberExpression(path) {
      const property = propertyOf(path);
      const object = at(path, "object");
      if (property === undefined) return need(path, "value", METHOD);
      if (!OF_DATA.has(property) || object.isThisExpression() || isLibrary(object)) return;
      need(object, SHAPE_IS_ENOUGH.includes(property) ? "shape" : "value", METHOD);
      if (path.key === "callee" && CALLBACK_DECIDES.includes(property))
        each(rowOf(path.parentPath, "arguments"), "value", CONDITION);
    },
    CallExpression(path) {
      const callee = at(path, "callee");
      const method = propertyOf(callee);
      const given = rowOf(path, "arguments");
      if (method !== undefined && isGlobal(at(callee, "object")))
        each(given, OF_SHAPE.includes(method) ? "shape" : "value", METHOD);
      if (isGlobal(callee)) each(given, "value", METHOD);
      if (isOutside(callee)) each(given, "value", OUTSIDE);
    },
  };
}

function asksWhetherKnown(path: NodePath): boolean {
  if (!path.isCallExpression()) return false;
  const callee = at(path, "callee");
  return ASK_WHETHER_KNOWN.includes(nameOf(callee) ?? "") && /module-kit\//.test(sourceOf(callee) ?? "");
}

/** A function that is neither the kit's nor the modules': it knows nothing of expressions. */
const isOutside = (path: NodePath): boolean => /^\.\.\/\.\.\/(?!module-kit\/)/.test(sourceOf(path) ?? "");
