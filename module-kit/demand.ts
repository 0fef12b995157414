import { type IResolvable, Op, type TerraformResourceLifecycle } from "cdktf";
import type { Condition } from "./conditionals";

/**
 * A resource's demand on several inputs at once, which no single input's rule can say: at least one of the alternatives must hold.
 * What is known is decided at synth; the rest becomes a precondition that Terraform checks when it plans.
 *
 * @throws with the message when every alternative is known not to hold.
 */
export function demand(message: string, ...alternatives: Condition[]): TerraformResourceLifecycle | undefined {
  if (alternatives.includes(true)) return undefined;
  const open = alternatives.filter((condition) => condition !== false);
  if (open.length === 0) throw new Error(message);
  const condition = open.reduce((either, or) => Op.or(either, or) as IResolvable);
  return { precondition: [{ condition, errorMessage: message }] };
}
