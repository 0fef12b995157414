import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { madeBy, originOf } from "../../../../scripts/docs/origin";
import { replaceSection, write } from "../../../../scripts/docs/sections";
import { faultTable } from "./report";
import { runFaults } from "./suite";

const ROOT = resolve(__dirname, "../../../..");
const DOCUMENT = "FAILURE_MODES_AND_DETECTION.md";
const USAGE =
  "npm run test:faults -- [--seed <integer>] [--faults <1 to 1000>] [--longest <seconds, 1 to 120>] [--report]";

/** An option's value as an integer. @throws Error that says what is allowed */
function integer(name: string, text: string, least: number, greatest: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > greatest)
    throw new Error(`--${name} is "${text}"; it must be an integer from ${least} to ${greatest}. Usage: ${USAGE}`);
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      faults: { type: "string", default: "100" },
      longest: { type: "string", default: "30" },
      report: { type: "boolean", default: false },
    },
  });
  const settings = {
    seed: integer("seed", values.seed, 0, 2 ** 32 - 1),
    count: integer("faults", values.faults, 1, 1000),
    longestMs: integer("longest", values.longest, 1, 120) * 1000,
  };
  const command = `npm run test:faults -- --seed ${settings.seed} --faults ${settings.count} --longest ${settings.longestMs / 1000}`;
  console.log(command);
  const publish = values.report ? publisher(`${command} --report`) : () => undefined;
  const outcome = await runFaults(settings, interruption(), console.log);
  const table = faultTable(outcome);
  console.log(`\n${table}\n`);
  for (const problem of outcome.violations.slice(0, 50)) console.error(problem);
  if (outcome.violations.length > 0)
    throw new Error(`${outcome.violations.length} promises broken; the logs are in ${outcome.logs}`);
  publish(table);
}

/** Aborted by the first signal; the next one ends this process at once. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => controller.abort(new Error(`Interrupted by ${signal}`)));
  return controller.signal;
}

/** What puts the table into the document, with the command and the commit of now that made it. */
function publisher(command: string): (table: string) => void {
  const made = `${madeBy(originOf(command))}, ${availableParallelism()} cores:`;
  return (table) => {
    const text = readFileSync(join(ROOT, "docs", DOCUMENT), "utf8");
    write({ [DOCUMENT]: replaceSection(text, "faults", `${made}\n\n${table}`) });
  };
}

main().catch((error: Error) => {
  console.error(error.message);
  // All that the run has started is over by now, but kafkajs keeps trying to reach a broker that did not come back.
  process.exit(1);
});
