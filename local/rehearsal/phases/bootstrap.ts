import { join } from "node:path";
import { PROJECT_DIR } from "../../platform/paths";
import type { Endpoint } from "../recording/recorder";
import type { ProgramRunner } from "../terraform/run";

/** Runs `npm run bootstrap -- <environment>` as it is, with `endpoint` for AWS. @throws with its output when it fails */
export async function bootstrap(
  environment: string,
  endpoint: Endpoint,
  programEnvironment: NodeJS.ProcessEnv,
  folders: { readonly work: string; readonly logs: string },
  runner: ProgramRunner,
): Promise<void> {
  endpoint.phase = "bootstrap";
  const { code, output } = await runner.run({
    command: process.execPath,
    args: ["--import", "tsx", join("scripts", "bootstrap.ts"), environment],
    directory: PROJECT_DIR,
    environment: { ...programEnvironment, BOOTSTRAP_FOLDER: folders.work },
    logFile: join(folders.logs, "bootstrap.log"),
  });
  if (code !== 0) throw new Error(`npm run bootstrap -- ${environment} failed:\n${output.trim()}`);
}
