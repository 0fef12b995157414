import { checkIdentity } from "./aws/identity";
import { environmentArgument } from "./environment-argument";
import { describe, fails, summarize } from "./preflight/describe";
import { look } from "./preflight/look";

/** `npm run preflight -- dev`: asks AWS, in seconds and without changing anything, for what a deployment needs. Exit code 1 when something is missing. */
async function main(args: readonly string[]): Promise<number> {
  const environment = environmentArgument("preflight", args);
  console.log(`  ok      credentials: ${await checkIdentity(environment)}`);
  const reports = await look(environment);
  console.log(`${describe(reports)}\n${summarize(reports)}`);
  return fails(reports) ? 1 : 0;
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
