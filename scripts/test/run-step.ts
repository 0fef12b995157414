import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { terraformEnv } from "../../terraform-cli/environment";
import { inheritedSettings } from "../../toolchain/user-settings";
import { type Counts, single, withExitCode } from "./counts";
import type { Step } from "./parts";

/** A step that has ended. */
export interface Result {
  readonly name: string;
  readonly counts: Counts;
  readonly seconds: number;
}

/** Runs a step, its output shown as it comes. Never throws: what cannot be run is a failure with its reason. */
export async function runStep(step: Step, root: string): Promise<Result> {
  const started = Date.now();
  const finish = (counts: Counts): Result => ({ name: step.name, counts, seconds: (Date.now() - started) / 1000 });
  if (step.report) rmSync(step.report, { recursive: true, force: true });
  try {
    const succeeded = (await exitCode(step, root)) === 0;
    return finish(withExitCode(read(step, succeeded), step.name, succeeded));
  } catch (error) {
    return finish(single(`${step.name}: ${(error as Error).message}`, false));
  }
}

function read(step: Step, succeeded: boolean): Counts {
  try {
    return step.counts(succeeded);
  } catch (error) {
    return single(`${step.name}: ended without results (${(error as Error).message})`, false);
  }
}

function exitCode({ command, args, directory }: Step, root: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: directory ?? root,
      stdio: ["ignore", "inherit", "inherit"],
      env: environment(),
    });
    child.on("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "ENOENT"
          ? new Error(`"${command}" is not installed; see README.md, "Try it on a laptop"`)
          : error,
      ),
    );
    child.on("close", resolve);
  });
}

/** Without Terraform the parts that do without it still run, and the others say themselves what is missing. */
function environment(): NodeJS.ProcessEnv {
  try {
    return terraformEnv();
  } catch {
    return inheritedSettings(process.env);
  }
}
