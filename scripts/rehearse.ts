import { readArguments, USAGE } from "../local/rehearsal/arguments";
import { render } from "../local/rehearsal/report/render";
import { succeeded } from "../local/rehearsal/report/report";
import { rehearse } from "../local/rehearsal/run";

/**
 * `npm run rehearse -- dev`: deploys the environment against an emulator of its account, changes and destroys it, and holds every request
 * against AWS's own models. Exit code 1 when AWS would refuse one, or a second plan is not empty.
 */
async function main(args: readonly string[]): Promise<number> {
  const report = await rehearse(readArguments(args));
  console.log(`\n${render(report)}`);
  return succeeded(report) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: NodeJS.ErrnoException) => {
    console.error(error.message);
    if (error.code?.startsWith("ERR_PARSE_ARGS")) console.error(USAGE);
    process.exit(1);
  },
);
