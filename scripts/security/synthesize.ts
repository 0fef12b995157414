import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { environmentNames, loadEnvironments } from "../../envs/load";
import type { Environment } from "../../envs/schema";
import { addGuardrails } from "../../guardrails/guardrails";
import { FUNCTION_NAMES, type FunctionName } from "../../handlers/functions";
import { createPipeline } from "../../stacks/pipeline";
import { StateStack } from "../../stacks/state";

/** {@link synthesizeStacks} of every environment that has a file. */
export const synthesizeEveryStack = (folder: string, out: string): void =>
  synthesizeStacks(loadEnvironments(environmentNames()), folder, out);

/**
 * Synthesizes environments' stacks, the state stacks too, to be looked at and not to be deployed: placeholders take the
 * places of the functions' zips and the job's jar, so that neither esbuild nor Maven runs.
 * @param folder Existing folder for the placeholders.
 * @param out Folder for the manifest and the stacks.
 */
export function synthesizeStacks(environments: readonly Environment[], folder: string, out: string): void {
  const made = join(folder, "artifacts");
  mkdirSync(made, { recursive: true });
  const zips = FUNCTION_NAMES.map((name) => [name, standIn(made, `${name}.zip`)]);
  const artifacts = {
    functions: Object.fromEntries(zips) as Record<FunctionName, string>,
    jar: standIn(made, "job.jar"),
  };
  const app = new App({ outdir: out });
  for (const environment of environments) {
    createPipeline(app, environment, artifacts);
    new StateStack(app, environment, { in: "bucket" });
  }
  addGuardrails(app, environments);
  app.synth();
}

function standIn(folder: string, name: string): string {
  const file = join(folder, name);
  writeFileSync(file, name);
  return file;
}
