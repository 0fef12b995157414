import { App } from "cdktf";
import { loadEnvironments, requestedEnvironments } from "./envs/load";
import { warnings } from "./envs/warnings";
import { addGuardrails } from "./guardrails/guardrails";
import { bundleFunctions } from "./handlers/bundle";
import { leaveOutTokenTraces } from "./module-kit/stack-traces";
import { buildJob } from "./scripts/build-job";
import { createPipeline } from "./stacks/pipeline";

/**
 * Synthesizes the stacks of every environment, or of those that ENVIRONMENTS names (separated by commas). ENVIRONMENTS_FOLDER is a folder
 * with other environment files than envs/.
 */
async function main(): Promise<void> {
  const environments = loadEnvironments(
    requestedEnvironments(process.env.ENVIRONMENTS),
    process.env.ENVIRONMENTS_FOLDER,
  );
  for (const warning of environments.flatMap(warnings)) console.warn(warning);
  const builds = environments.some(({ flink }) => flink.artifact.source === "build");
  const artifacts = { functions: await bundleFunctions(), jar: builds ? buildJob().jarPath : undefined };

  leaveOutTokenTraces();
  const app = new App();
  for (const environment of environments) createPipeline(app, environment, artifacts);
  addGuardrails(app, environments);
  app.synth();
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
