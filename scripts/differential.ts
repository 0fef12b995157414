import { parseArgs } from "node:util";
import { describeDisagreement } from "../contracts/differential/compare";
import { runDifferential } from "./differential/run";

const USAGE = "Usage: npm run differential -- [--seed <number>] [--cases <number>]";
const SHOWN_DISAGREEMENTS = 20;

function wholeNumber(name: string, text: string, smallest: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= smallest && value <= 0x7fffffff) return value;
  throw new Error(`--${name} is "${text}"; it must be a whole number from ${smallest} to 2^31-1.\n${USAGE}`);
}

/** Compares the contract with the job's parser on cases of any seed; 1 if they disagree. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seed: { type: "string", default: String(Date.now() % 0x7fffffff) },
      cases: { type: "string", default: "500000" },
    },
  });
  const seed = wholeNumber("seed", values.seed, 0);
  const report = await runDifferential({ seed, count: wholeNumber("cases", values.cases, 1) });
  console.table(report.counts);
  for (const one of report.disagreements.slice(0, SHOWN_DISAGREEMENTS)) console.log(describeDisagreement(one));
  const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  console.log(`seed ${seed}: ${report.disagreements.length} disagreements in ${total} cases`);
  if (report.disagreements.length > 0) console.log("Add them to contracts/cases.ts, and `npm run contracts`.");
  return report.disagreements.length > 0 ? 1 : 0;
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
