import type { InterruptibleTerraform } from "../../terraform-cli/interruptible";
import { TerraformError } from "../../terraform-cli/run";
import { type MadePlan, PLAN_FILE, planStack } from "../plan/plan-stack";
import { describe } from "../plan/summary";
import { type LaterStack, warningsOf } from "../plan/warnings";
import { type Consent, confirm } from "./confirm";
import { type Permission, permitUnlock } from "./unlock";

/** A stack that could not be planned or applied; the message says why, and what to do. */
export class DeploymentError extends Error {
  override readonly name = "DeploymentError";
}

/** Who decides during a deployment. */
export interface Decisions {
  readonly consent: Consent;
  readonly permission: Permission;
  /** What is done once a plan is confirmed, and before it is applied. @throws where it must not be applied then */
  readonly prepare: (plan: MadePlan) => Promise<void>;
}

/**
 * Plans a stack, shows the plan with what to know before, lets it be confirmed, and applies exactly that plan.
 * @returns whether there was anything to apply
 */
export async function deployStack(
  stack: LaterStack,
  later: readonly LaterStack[],
  terraform: InterruptibleTerraform,
  { consent, permission, prepare }: Decisions,
): Promise<boolean> {
  const plan = await planUnlocked(stack, terraform, permission);
  console.log(describe(plan));
  if (!plan.applyable) return false;
  const warnings = await warningsOf(plan, later, terraform.quietly);
  for (const warning of warnings) console.log(`  Warning: ${warning}`);
  await confirm(stack.name, warnings, consent);
  await prepare(plan);
  await apply(stack, terraform);
  return true;
}

async function planUnlocked(
  { name, directory }: LaterStack,
  terraform: InterruptibleTerraform,
  permission: Permission,
): Promise<MadePlan> {
  let plan = await planStack(name, directory, terraform.quietly);
  if ("lock" in plan) {
    await permitUnlock(name, plan.lock, permission);
    await terraform.quietly(["force-unlock", "-force", plan.lock.id], directory);
    console.log(`Removed the lock on ${name}.`);
    plan = await planStack(name, directory, terraform.quietly);
  }
  if (!("changes" in plan)) throw new DeploymentError(describe(plan));
  return plan;
}

/** What AWS answers where something of that name is there already. */
const EXISTS = /AlreadyExists|already exists|BucketAlreadyOwnedByYou|ResourceInUseException/;

async function apply({ name, directory }: LaterStack, terraform: InterruptibleTerraform): Promise<void> {
  try {
    await terraform.visibly(["apply", "-input=false", "-no-color", PLAN_FILE], directory);
  } catch (error) {
    if (!(error instanceof TerraformError)) throw error;
    const existing = EXISTS.test(error.stderr)
      ? '\nWhat exists already and is in no state was made by a deployment that was interrupted: "A deployment was interrupted" in docs/DEPLOYMENT.md says ' +
        `how to import or delete it. The stack's folder is ${directory}.`
      : "";
    throw new DeploymentError(
      `${error.stderr.trim()}\n\n${name} could not be applied as a whole; what was applied is in its state. Run the command again once the cause is gone.${existing}`,
    );
  }
}
