import { spawn } from "node:child_process";
import * as path from "node:path";
import { deployEnvironment } from "../../../local/platform/deploy/environment";
import { stackDirectories } from "../../../local/platform/deploy/stacks";
import { addresses, files, readPorts } from "../../../local/platform/laptop";
import { findJdk } from "../../../toolchain/java";

/** What Terraform says of a stack that is deployed: nothing to change, or its plan or error. */
export interface SecondPlan {
  readonly stack: string;
  readonly changes: string | undefined;
}

/** Plans every local stack as it was deployed, one after the other. */
export async function secondPlans(): Promise<SecondPlan[]> {
  const laptop = files();
  const ports = await readPorts(laptop.ports);
  if (!ports) throw new Error("The laptop is not running: it has no ports");
  const env = deployEnvironment(addresses(ports), findJdk());
  const plans: SecondPlan[] = [];
  for (const directory of await stackDirectories(laptop.stacks)) {
    plans.push({ stack: path.basename(directory), changes: await plan(directory, env) });
  }
  return plans;
}

function plan(cwd: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const args = ["plan", "-detailed-exitcode", "-input=false", "-no-color"];
    const terraform = spawn("terraform", args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [terraform.stdout, terraform.stderr]) stream.on("data", (chunk) => (output += chunk));
    // 0 stands for no changes, 2 for some, 1 for an error.
    terraform.on("error", reject).on("close", (code) => resolve(code === 0 ? undefined : output));
  });
}
