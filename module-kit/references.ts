import { Fn, TerraformDataSource, type TerraformResource, TerraformStack, Token } from "cdktf";
import { ref } from "cdktf/lib/tfExpression";

type Element = TerraformResource | TerraformDataSource;

/** The attribute of a resource behind {@link onlyIf}: null when it is not there. */
export const maybe = (element: Element, attribute: string): string =>
  Token.asString(Fn.one(Token.asList(expression(element, `[*].${attribute}`))));

/** The attribute of every instance of a resource with a `count`, in order. */
export const all = (element: Element, attribute: string): string[] =>
  Token.asList(expression(element, `[*].${attribute}`));

/** `{ key => attribute }` of a resource with a `for_each`. */
export const byKey = (element: Element, attribute: string) =>
  Token.asAny(
    ref(`{ for key, instance in ${address(element)} : key => instance.${attribute} }`, TerraformStack.of(element)),
  );

/** The attribute of the instance with one `for_each` key: null when there is none. */
export const atKey = (element: Element, key: string, attribute: string): string => {
  const instances = `[for key, instance in ${address(element)} : instance.${attribute} if key == "${key}"]`;
  return Token.asString(Fn.one(Token.asList(ref(instances, TerraformStack.of(element)))));
};

/** The attribute of the instance that has the same `for_each` key as the resource that refers to it. */
export const sameKey = (element: Element, attribute: string): string =>
  Token.asString(expression(element, `[each.key].${attribute}`));

/**
 * An attribute of those instances of a resource with a `count` of which another attribute is in a list: one that the `lists`' instance
 * with the same `for_each` key has as the resource that refers to it.
 */
export function whereListed(
  element: Element,
  attribute: string,
  { by, lists, list }: { readonly by: string; readonly lists: Element; readonly list: string },
): string[] {
  const condition = `contains(${address(lists)}[each.key].${list}, instance.${by})`;
  const instances = `[for instance in ${address(element)} : instance.${attribute} if ${condition}]`;
  return Token.asList(ref(instances, TerraformStack.of(element)));
}

/** The attribute of the instance that has the same number as the resource that refers to it, of which there must be no more. */
export const sameIndex = (element: Element, attribute: string): string =>
  Token.asString(expression(element, `[count.index].${attribute}`));

const expression = (element: Element, path: string) => ref(`${address(element)}${path}`, TerraformStack.of(element));

const address = (element: Element): string => {
  const kind = TerraformDataSource.isTerraformDataSource(element) ? "data." : "";
  return `${kind}${element.terraformResourceType}.${element.friendlyUniqueId}`;
};
