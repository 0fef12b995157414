/**
 * Synthesizes every environment's stacks, the state stacks too, into the folder that is given: `node --import tsx synthesize.ts <folder>`.
 * Stand-ins take the places of the functions' zips and the job's jar, so that neither esbuild nor Maven runs.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { App } from "cdktf";
import { environmentNames, loadEnvironment } from "../../envs/load";
import { addGuardrails } from "../../guardrails/guardrails";
import { FUNCTION_NAMES, type FunctionName } from "../../handlers/bundle";
import { pipeline } from "../../stacks/pipeline";
import { StateStack } from "../../stacks/state";

function standIn(folder: string, name: string): string {
  const file = join(folder, name);
  writeFileSync(file, name);
  return file;
}

function main(folder: string): void {
  const made = join(folder, "artifacts");
  mkdirSync(made, { recursive: true });
  const zips = FUNCTION_NAMES.map((name) => [name, standIn(made, `${name}.zip`)]);
  const artifacts = {
    functions: Object.fromEntries(zips) as Record<FunctionName, string>,
    jar: standIn(made, "job.jar"),
  };
  const app = new App({ outdir: join(folder, "out") });
  for (const name of environmentNames()) {
    const environment = loadEnvironment(name);
    pipeline(app, environment, artifacts);
    new StateStack(app, environment, { in: "bucket" });
  }
  addGuardrails(app);
  app.synth();
}

main(resolve(process.argv[2]!));
