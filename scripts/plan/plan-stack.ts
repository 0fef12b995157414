import { seedLock } from "../../terraform-cli/lock";
import { TerraformError } from "../../terraform-cli/run";
import { type Change, changesOf, type PlanJson } from "./change";
import { explain, type Lock, lockOf, waitsForOthers } from "./refusal";

/** Name of the file with a stack's saved plan, in the stack's folder. */
export const PLAN_FILE = "tfplan";

/** A plan that Terraform has made and saved. */
export interface MadePlan {
  readonly stack: string;
  readonly changes: readonly Change[];
  /** Whether there is anything to apply: with no change of a resource, outputs may still change. */
  readonly applyable: boolean;
}

/** The plan of a stack, or why there is none: it waits for stacks that are not deployed yet, its state is locked, or Terraform refuses. */
export type StackPlan =
  | MadePlan
  | { readonly stack: string; readonly waiting: true }
  | { readonly stack: string; readonly lock: Lock }
  | { readonly stack: string; readonly problem: string };

/** Runs Terraform in a folder and returns what it prints. */
export type RunTerraform = (args: readonly string[], directory: string) => Promise<string>;

/** Makes the stack's folder ready for Terraform's other commands. */
export async function initialize(directory: string, run: RunTerraform): Promise<void> {
  seedLock(directory);
  // A folder of an earlier synthesis may name another state or key.
  await run(["init", "-reconfigure", "-input=false", "-no-color"], directory);
}

/** Plans the stack in `directory`: what would change, without changing it. Never throws for what Terraform refuses. */
export async function planStack(stack: string, directory: string, run: RunTerraform): Promise<StackPlan> {
  try {
    await initialize(directory, run);
    await run(["plan", "-input=false", "-no-color", `-out=${PLAN_FILE}`], directory);
    const plan: PlanJson = JSON.parse(await run(["show", "-json", PLAN_FILE], directory));
    const changes = changesOf(plan);
    return { stack, changes, applyable: plan.applyable ?? changes.length > 0 };
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    if (waitsForOthers(error)) return { stack, waiting: true };
    const lock = lockOf(error);
    return lock ? { stack, lock } : { stack, problem: explain(error) };
  }
}
