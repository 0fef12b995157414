import type { NodePath } from "@babel/traverse";
import { at, bindingOf, sourceOf } from "./syntax";

/** Types of one list or map, rather than of several inputs side by side. */
const OF_ONE_INPUT = /^(Readonly|Record|Array|ReadonlyArray|Map|Set)$/;

/** Several inputs side by side, which may be copied: what `parse` gives, a parameter of a named type, an object that is written out. */
export function isProps(path: NodePath): boolean {
  if (path.isObjectExpression()) return true;
  if (path.isCallExpression())
    return at(path, "callee").isIdentifier({ name: "parse" }) || returnsObject(at(path, "callee"));
  const binding = bindingOf(path);
  const declared: NodePath | undefined = binding?.path;
  if (declared?.isVariableDeclarator()) return isProps(at(declared, "init"));
  const annotation = binding?.identifier.typeAnnotation;
  const type = annotation?.type === "TSTypeAnnotation" ? annotation.typeAnnotation : undefined;
  if (type?.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return false;
  return !OF_ONE_INPUT.test(type.typeName.name);
}

function returnsObject(callee: NodePath): boolean {
  const declared: NodePath | undefined = bindingOf(callee)?.path;
  if (!declared?.isVariableDeclarator()) return false;
  const fn = at(declared, "init");
  return fn.isArrowFunctionExpression() && at(fn, "body").isObjectExpression();
}

/** `Fn`, `Op`, and what a schema is built of: their methods only share a name with those of text and lists. */
export function isLibrary(path: NodePath): boolean {
  const source = sourceOf(path);
  if (source !== undefined) return source === "zod" || source === "cdktf" || source === "cdktn";
  if (path.isCallExpression()) return isSchema(at(path, "callee"));
  return path.isMemberExpression() && isSchema(at(path, "object"));
}

function isSchema(path: NodePath): boolean {
  if (path.isMemberExpression()) return isSchema(at(path, "object"));
  if (path.isCallExpression()) return isSchema(at(path, "callee"));
  return sourceOf(path) === "zod";
}
