import { join, resolve } from "node:path";
import { stateBucket } from "../envs/names";
import { terraformEnv } from "../terraform-cli/environment";
import { checkIdentity } from "./aws/identity";
import { applyStateBucket } from "./bootstrap/apply";
import { bootstrapProgress } from "./bootstrap/state-bucket";
import { environmentArgument } from "./environment-argument";
import { describe, fails } from "./preflight/describe";
import { ACCOUNT_CHECKS, look } from "./preflight/look";

/** Holds the state until the bucket does. BOOTSTRAP_FOLDER is another one, for a rehearsal. */
const CACHE = process.env.BOOTSTRAP_FOLDER ?? resolve(__dirname, "..", ".cache", "bootstrap");

/**
 * `npm run bootstrap -- dev`: the environment's state bucket. Safe to run again, from any machine. What the stacks will need of the account
 * is said beforehand; the bucket itself needs none of it, so that it is made anyway.
 */
async function main(args: readonly string[]): Promise<void> {
  const environment = environmentArgument("bootstrap", args);
  await checkIdentity(environment);
  const terraformEnvironment = terraformEnv();
  const reports = await look(environment, ACCOUNT_CHECKS);
  if (fails(reports)) console.log(`Before the first deployment, fix this:\n${describe(reports)}\n`);
  const bucket = stateBucket(environment);
  console.log(`Looking for ${bucket} in account ${environment.account}, ${environment.region} …`);
  const progress = await bootstrapProgress(environment);
  console.log(progress === "complete" ? "It is there: bringing it up to date …" : "Making it (about two minutes) …");
  const directory = join(CACHE, environment.name);
  await applyStateBucket(progress, { environment, directory, terraformEnvironment });
  console.log(`${bucket} is ready. Next: npm run deploy -- ${environment.name}`);
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
