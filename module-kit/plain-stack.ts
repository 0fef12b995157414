import { type TerraformElement, TerraformStack } from "cdktf";
import type { IConstruct, Node } from "constructs";
import { hoist } from "./dynamic";
import { snake } from "./names";

/**
 * A stack whose addresses read as a person would write them: the ids of the path joined by `_`, without cdktf's hashes.
 * An id `this` stands for the construct it is in, so that `new Bucket(stack, "logs")` gives `aws_s3_bucket.logs`.
 */
export class PlainStack extends TerraformStack {
  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = "node" in element ? element.node : element;
    const below = node.scopes.slice(node.scopes.indexOf(this as IConstruct) + 1);
    const ids = below.map((construct) => construct.node.id).filter((id) => id !== "this");
    return (ids.length > 0 ? ids : ["this"]).map(snake).join("_").replace(/\W+/g, "_").replace(/_$/, "");
  }

  // biome-ignore lint/suspicious/noExplicitAny: cdktf's own signature
  override toTerraform(): any {
    return hoist(super.toTerraform());
  }
}
