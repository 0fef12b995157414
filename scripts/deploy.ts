import { join, resolve } from "node:path";
import type { Environment } from "../envs/schema";
import { terraformEnv } from "../terraform-cli/environment";
import { InterruptedError, InterruptibleTerraform } from "../terraform-cli/interruptible";
import { inOrder } from "../terraform-cli/stack-order";
import { checkIdentity } from "./aws/identity";
import { askTerminal } from "./deploy/ask";
import { deployStack } from "./deploy/deploy-stack";
import { keepJob } from "./deploy/keep-job";
import { deployOptions } from "./deploy/options";
import { selectStacks } from "./deploy/select";
import { synthesize } from "./plan/synthesize";
import { describe, fails, summarize } from "./preflight/describe";
import { look } from "./preflight/look";

const CACHE = resolve(__dirname, "..", ".cache", "deploy");

/**
 * `npm run deploy -- dev`: stack by stack, in their order, plans, asks and applies that plan. What is deployed already has nothing to
 * apply, so that a deployment that was interrupted continues where it stopped.
 */
async function main(args: readonly string[]): Promise<void> {
  const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const options = deployOptions(args, interactive);
  const { environment, yes, acceptWarnings, unlock, stacks: wanted } = options;
  console.log(`Deploying with the rights of ${await checkIdentity(environment)}`);
  const terraform = new InterruptibleTerraform(terraformEnv());
  const ask = interactive ? askTerminal(terraform.signal) : undefined;
  const consent = ask && !yes ? { ask } : { acceptWarnings };
  const permission = { environment: environment.name, unlock, ask };
  const prepare = options.skipSnapshot ? async () => {} : keepJob(environment);

  if (!options.skipPreflight) await preflight(environment);

  const output = join(CACHE, environment.name);
  console.log(`Synthesizing ${environment.name} …`);
  const all = inOrder(synthesize(environment.name, output)).map(({ name, workingDirectory }) => ({
    name,
    directory: join(output, workingDirectory),
  }));
  const stacks = selectStacks(all, environment.name, wanted);
  let applied = 0;
  for (const [index, stack] of stacks.entries()) {
    console.log(`\nPlanning ${stack.name} (${index + 1} of ${stacks.length}) …`);
    const later = all.slice(all.indexOf(stack) + 1);
    if (await deployStack(stack, later, terraform, { consent, permission, prepare })) applied++;
  }
  console.log(`\n${environment.name} is deployed: ${applied} of ${stacks.length} stacks changed.`);
}

async function preflight(environment: Environment): Promise<void> {
  const reports = await look(environment);
  console.log(`${describe(reports)}\n${summarize(reports)}`);
  if (fails(reports)) {
    throw new Error(
      "Nothing was changed: see to what failed first, or use --skip-preflight if it does not hold for you.",
    );
  }
}

main(process.argv.slice(2)).then(
  // A terminal that was asked would keep this process.
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(error instanceof InterruptedError ? error.exitCode : 1);
  },
);
