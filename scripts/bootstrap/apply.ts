import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { stateBucket } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { addGuardrails } from "../../guardrails/guardrails";
import { type StateLocation, StateStack } from "../../stacks/state";
import { seedLock } from "../../terraform-cli/lock";
import { terraform } from "../../terraform-cli/run";
import type { Progress } from "./state-bucket";

/** Where the bootstrap of an environment works. */
export interface Workplace {
  readonly environment: Environment;
  /** Folder of this environment alone; holds the state until the bucket does. */
  readonly directory: string;
  readonly terraformEnvironment: NodeJS.ProcessEnv;
}

/** Makes the state bucket, or brings it up to date, and puts the bucket's own state into it. */
export async function applyStateBucket(progress: Progress, workplace: Workplace): Promise<void> {
  const file = join(workplace.directory, "state.tfstate");
  if (progress === "complete") {
    await initAndApply(workplace, { in: "bucket" }, "-reconfigure");
    return;
  }
  if (progress === "unfinished" && !existsSync(file)) {
    throw new Error(
      `The bucket ${stateBucket(workplace.environment)} exists, but not the state of it: a bootstrap was cut off on another machine, or the ` +
        `bucket was made by hand. Run the command again where it was cut off, or delete the bucket if it is empty.`,
    );
  }
  await initAndApply(workplace, { in: "file", path: file }, "-reconfigure");
  await initAndApply(workplace, { in: "bucket" }, "-migrate-state", "-force-copy");
  rmSync(file, { force: true });
  rmSync(`${file}.backup`, { force: true });
}

async function initAndApply(workplace: Workplace, location: StateLocation, ...init: string[]): Promise<void> {
  const { environment, directory, terraformEnvironment } = workplace;
  mkdirSync(directory, { recursive: true });
  const app = new App({ outdir: directory });
  const stack = new StateStack(app, environment, location);
  addGuardrails(app, [environment]);
  app.synth();
  const folder = join(directory, "stacks", stack.node.id);
  seedLock(folder, terraformEnvironment);
  await terraform(["init", "-input=false", "-no-color", ...init], folder, terraformEnvironment);
  await terraform(["apply", "-input=false", "-no-color", "-auto-approve"], folder, terraformEnvironment);
}
