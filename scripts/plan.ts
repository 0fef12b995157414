import { join, resolve } from "node:path";
import { terraformEnv } from "../terraform-cli/environment";
import { environmentArgument } from "./environment-argument";
import { inOrder } from "./plan/order";
import { planStack, type StackPlan } from "./plan/plan-stack";
import { describe, summarize } from "./plan/summary";
import { synthesize } from "./plan/synthesize";

const CACHE = resolve(__dirname, "..", ".cache", "plan");

/** `npm run plan -- dev`: plans each stack in the order of deployment, then sums up. Exit code 1 when one could not be planned. */
async function main(args: readonly string[]): Promise<number> {
  const { name } = environmentArgument("plan", args);
  const environment = terraformEnv();
  const output = join(CACHE, name);
  console.log(`Synthesizing ${name} …`);
  const stacks = inOrder(synthesize(name, output));
  const plans: StackPlan[] = [];
  for (const [index, stack] of stacks.entries()) {
    console.log(`Planning ${stack.name} (${index + 1} of ${stacks.length}) …`);
    const plan = await planStack(stack.name, join(output, stack.workingDirectory), environment);
    console.log(describe(plan));
    plans.push(plan);
  }
  console.log(`\n${summarize(plans)}`);
  return plans.some((plan) => "problem" in plan) ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
