import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { terraformBinary } from "../toolchain/terraform";

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/** A Terraform command that failed; `stdout` and `stderr` are whole, so that machine-readable output can still be read. */
export class TerraformError extends Error {
  constructor(
    readonly args: readonly string[],
    readonly directory: string,
    readonly status: number | null,
    readonly stdout: string,
    readonly stderr: string,
  ) {
    super(`terraform ${args.join(" ")} failed with ${status} in ${directory}:\n${stderr.trim() || stdout.trim()}`);
    this.name = "TerraformError";
  }
}

/** Runs Terraform in `directory` and returns its standard output. @throws TerraformError when it fails. */
export function terraformSync(args: readonly string[], directory: string, environment: NodeJS.ProcessEnv): string {
  const child = spawnSync(terraformBinary(environment), args, {
    cwd: directory,
    env: environment,
    encoding: "utf8",
    maxBuffer: MAX_OUTPUT_BYTES,
  });
  if (child.error) throw child.error;
  if (child.status !== 0) throw new TerraformError(args, directory, child.status, child.stdout, child.stderr);
  return child.stdout;
}

const execute = promisify(execFile);

/** As {@link terraformSync}, without blocking. */
export async function terraform(
  args: readonly string[],
  directory: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  try {
    const options = { cwd: directory, env: environment, maxBuffer: MAX_OUTPUT_BYTES };
    return (await execute(terraformBinary(environment), [...args], options)).stdout;
  } catch (error) {
    const failed = error as { code?: number | string; stdout?: string; stderr?: string };
    if (typeof failed.code !== "number") throw error;
    throw new TerraformError(args, directory, failed.code, failed.stdout ?? "", failed.stderr ?? "");
  }
}
