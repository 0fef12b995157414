import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StackEntry } from "../../../terraform-cli/stack-order";
import { PROJECT_DIR } from "../../platform/paths";
import type { ProgramRunner } from "../terraform/run";

/**
 * Synthesizes an environment's stacks, as `npx cdktf synth` does, from envs/ or another folder of environment files.
 * @throws with the program's own message when it refuses
 */
export async function synthesize(
  environment: string,
  folders: { readonly output: string; readonly logs: string; readonly environments?: string },
  runner: ProgramRunner,
): Promise<StackEntry[]> {
  mkdirSync(folders.output, { recursive: true });
  const { code, output } = await runner.run({
    command: process.execPath,
    args: ["--import", "tsx", "main.ts"],
    directory: PROJECT_DIR,
    environment: {
      ...process.env,
      ENVIRONMENTS: environment,
      CDKTF_OUTDIR: folders.output,
      ...(folders.environments && { ENVIRONMENTS_FOLDER: folders.environments }),
    },
    logFile: join(folders.logs, "synth.log"),
  });
  if (code !== 0) throw new Error(`${environment} cannot be synthesized:\n${output.trim()}`);
  return Object.values(JSON.parse(readFileSync(join(folders.output, "manifest.json"), "utf8")).stacks);
}
