import { TerraformElement, TerraformStack } from "cdktf";
import type { Node } from "constructs";
import { placeDynamicBlocks } from "./dynamic-json";
import { movesBelow } from "./moved";
import { snake } from "./names";
import { liftMarks } from "./single-block";

/**
 * A stack whose resources have readable addresses: the ids on the way to the resource, joined by `_`, without a hash.
 * A resource with the id `this` is named after its construct.
 */
export class PlainStack extends TerraformStack {
  // Created on first use: cdktf names elements while its own constructor still runs.
  private addresses?: Map<string, string>;

  protected override allocateLogicalId(tfElement: TerraformElement | Node): string {
    const isElement = TerraformElement.isTerraformElement(tfElement);
    const node = isElement ? tfElement.node : tfElement;
    const ids = node.scopes.slice(node.scopes.indexOf(this) + 1).map((scope) => scope.node.id);
    const address = nameOf(ids);
    if (isElement) this.claim(tfElement, address);
    return address;
  }

  /** @throws when two elements of one kind would get one address. */
  private claim(element: TerraformElement, address: string): void {
    this.addresses ??= new Map();
    const type = (element as { terraformResourceType?: string }).terraformResourceType;
    const key = `${element.constructor.name} ${type ?? ""} ${address}`;
    const holder = this.addresses.get(key) ?? element.node.path;
    if (holder !== element.node.path) {
      throw new Error(`${element.node.path} and ${holder} would both be "${address}": give one of them another id`);
    }
    this.addresses.set(key, holder);
  }

  // biome-ignore lint/suspicious/noExplicitAny: cdktf's own signature
  override toTerraform(): any {
    return placeDynamicBlocks(this.toMarkedTerraform());
  }

  /** Terraform's JSON with marks in the stead of dynamic blocks, in the order the construct gave. */
  toMarkedTerraform(): unknown {
    const moved = movesBelow(this, nameOf);
    const marked = liftMarks(super.toTerraform()) as object;
    return moved.length > 0 ? { ...marked, moved } : marked;
  }
}

/** The name of an element, from the ids on the way to it. */
function nameOf(ids: readonly string[]): string {
  const name = ids
    .filter((id) => id !== "this")
    .map((id) => snake(id.replace(/\W+/g, "_")))
    .join("_")
    .replace(/_+$/, "");
  if (name === "") return "this";
  return /^\d/.test(name) ? `_${name}` : name;
}
