import { join, resolve } from "node:path";
import { stateBucket } from "../envs/names";
import { terraformEnv } from "../terraform-cli/environment";
import { applyStateBucket } from "./bootstrap/apply";
import { bootstrapProgress } from "./bootstrap/state-bucket";
import { environmentArgument } from "./environment-argument";

const CACHE = resolve(__dirname, "..", ".cache", "bootstrap");

/** `npm run bootstrap -- dev`: the environment's state bucket. Safe to run again, from any machine. */
async function main(args: readonly string[]): Promise<void> {
  const environment = environmentArgument("bootstrap", args);
  const terraformEnvironment = terraformEnv();
  const bucket = stateBucket(environment);
  console.log(`Looking for ${bucket} in account ${environment.account}, ${environment.region} …`);
  const progress = await bootstrapProgress(environment);
  console.log(progress === "complete" ? "It is there: bringing it up to date …" : "Making it (about two minutes) …");
  const directory = join(CACHE, environment.name);
  await applyStateBucket(progress, { environment, directory, terraformEnvironment });
  console.log(`${bucket} is ready. Next: npx cdktf deploy '${environment.name}-*'`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
