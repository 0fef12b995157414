import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describeDisagreement } from "../contracts/differential/compare";
import { runDifferential } from "./differential/run";
import { differentialTable } from "./differential/table";
import { madeBy, originOf } from "./docs/origin";
import { replaceSection } from "./docs/sections";

const ROOT = join(__dirname, "..");
const DOCUMENT = join(ROOT, "flink-job/README.md");
const USAGE = "Usage: npm run differential -- [--seed <number>] [--cases <number>] [--report]";
const SHOWN_DISAGREEMENTS = 20;

function wholeNumber(name: string, text: string, smallest: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= smallest && value <= 0x7fffffff) return value;
  throw new Error(`--${name} is "${text}"; it must be a whole number from ${smallest} to 2^31-1.\n${USAGE}`);
}

/** Puts the table into the job's README, with what made it. */
function publish(command: string, table: string): void {
  const made = `${madeBy(originOf(`${command} --report`))}:`;
  const text = readFileSync(DOCUMENT, "utf8");
  writeFileSync(DOCUMENT, replaceSection(text, "differential", `${made}\n\n${table}`));
}

/** Compares the contract with the job's parser on cases of any seed; 1 if they disagree. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: "string", default: String(Date.now() % 0x7fffffff) },
      cases: { type: "string", default: "500000" },
      report: { type: "boolean", default: false },
    },
  });
  const seed = wholeNumber("seed", values.seed, 0);
  const count = wholeNumber("cases", values.cases, 1);
  const command = `npm run differential -- --seed ${seed} --cases ${count}`;
  console.log(command);
  const report = await runDifferential({ seed, count });
  const table = differentialTable(report);
  console.log(`\n${table}\n`);
  for (const one of report.disagreements.slice(0, SHOWN_DISAGREEMENTS)) console.log(describeDisagreement(one));
  if (values.report) publish(command, table);
  if (report.disagreements.length === 0) return 0;
  console.log("Add them to contracts/cases.ts, and `npm run contracts`.");
  return 1;
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
