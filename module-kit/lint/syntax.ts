import type { Binding, NodePath } from "@babel/traverse";

/** What stands in one place of a node, such as the `left` of an operation. */
export const at = (path: NodePath, place: string): NodePath => path.get(place) as NodePath;

/** What stands in a row within a node, such as the `arguments` of a call. */
export const rowOf = (path: NodePath, place: string): NodePath[] => path.get(place) as NodePath[];

/** The name that a node is, if it is one. */
export const nameOf = (path: NodePath): string | undefined => (path.isIdentifier() ? path.node.name : undefined);

/** The name after the point of a member: `length` of `x.length`. */
export const propertyOf = (path: NodePath): string | undefined =>
  path.isMemberExpression({ computed: false }) ? nameOf(at(path, "property")) : undefined;

export function bindingOf(path: NodePath): Binding | undefined {
  const name = nameOf(path);
  return name === undefined ? undefined : path.scope.getBinding(name);
}

/** Where a name was imported from, if it was. */
export function sourceOf(path: NodePath): string | undefined {
  const declaration = bindingOf(path)?.path.parent;
  return declaration?.type === "ImportDeclaration" ? declaration.source.value : undefined;
}

/** What the language brings, such as `Object`. */
export const isGlobal = (path: NodePath): boolean =>
  path.isIdentifier() && path.node.name !== "undefined" && bindingOf(path) === undefined;
