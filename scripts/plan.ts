import { join, resolve } from "node:path";
import { terraformEnv } from "../terraform-cli/environment";
import { InterruptedError, InterruptibleTerraform } from "../terraform-cli/interruptible";
import { inOrder } from "../terraform-cli/stack-order";
import { checkIdentity } from "./aws/identity";
import { environmentArgument } from "./environment-argument";
import { planStack, type StackPlan } from "./plan/plan-stack";
import { describe, summarize } from "./plan/summary";
import { synthesize } from "./plan/synthesize";
import { warningsOf } from "./plan/warnings";

const CACHE = resolve(__dirname, "..", ".cache", "plan");

/** `npm run plan -- dev`: plans each stack in the order of deployment, then sums up. Exit code 1 when one could not be planned. */
async function main(args: readonly string[]): Promise<number> {
  const environment = environmentArgument("plan", args);
  await checkIdentity(environment);
  const terraform = new InterruptibleTerraform(terraformEnv());
  const output = join(CACHE, environment.name);
  console.log(`Synthesizing ${environment.name} …`);
  const stacks = inOrder(synthesize(environment.name, output)).map(({ name, workingDirectory }) => ({
    name,
    directory: join(output, workingDirectory),
  }));
  const plans: StackPlan[] = [];
  for (const [index, { name, directory }] of stacks.entries()) {
    console.log(`Planning ${name} (${index + 1} of ${stacks.length}) …`);
    const plan = await planStack(name, directory, terraform.quietly);
    console.log(describe(plan));
    if ("changes" in plan) {
      const warnings = await warningsOf(plan, stacks.slice(index + 1), terraform.quietly);
      for (const warning of warnings) console.log(`  Warning: ${warning}`);
    }
    plans.push(plan);
  }
  console.log(`\n${summarize(plans)}`);
  return plans.every((plan) => "changes" in plan || "waiting" in plan) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = error instanceof InterruptedError ? error.exitCode : 1;
  },
);
