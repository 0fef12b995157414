import { type IResolvable, Op, type TerraformResourceLifecycle } from "cdktf";
import type { Construct } from "constructs";
import type { Condition } from "./conditionals";

/**
 * A resource's demand on several inputs at once, which no single input's rule can say: at least one of the alternatives must hold.
 * What is known is decided at synth; the rest becomes a precondition that Terraform checks when it plans.
 *
 * @param message A sentence that names the variables and what is allowed.
 * @throws with the construct's path and the message when every alternative is known not to hold.
 */
export function demand(
  scope: Construct,
  message: string,
  ...alternatives: Condition[]
): TerraformResourceLifecycle | undefined {
  if (alternatives.includes(true)) return undefined;
  const open = alternatives.filter((condition) => condition !== false);
  if (open.length === 0) throw new Error(`${scope.node.path}: ${message}`);
  const condition = open.reduce((either, or) => Op.or(either, or) as IResolvable);
  return { precondition: [{ condition, errorMessage: message }] };
}
