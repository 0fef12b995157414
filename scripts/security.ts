import { join, resolve } from "node:path";
import { environmentNames } from "../envs/load";
import { judge } from "../guardrails/waivers";
import { synthesize } from "./plan/synthesize";
import { findingsOf, installCheckov, scan } from "./security/checkov";
import { CHECKOV_WAIVERS } from "./security/waived";

const CACHE = resolve(__dirname, "..", ".cache", "security");

/** `npm run security`: checkov over every stack of every environment, beside the guardrails that synthesis runs. */
async function main(): Promise<number> {
  console.log("Synthesizing every environment …");
  const output = join(CACHE, "out");
  const stacks = synthesize(environmentNames().join(","), output);
  console.log("Installing checkov, if it is not there yet …");
  const program = await installCheckov(CACHE);
  console.log(`Scanning ${stacks.length} stacks …`);
  const report = await scan(program, stacks, output, join(CACHE, "scan"));
  const names = stacks.map(({ name }) => name);
  const { findings, waivers } = judge(findingsOf(report), CHECKOV_WAIVERS, names);
  for (const { stack, resource, rule, message } of findings) console.log(`${stack}: ${resource}: ${message} (${rule})`);
  for (const problem of waivers) console.log(problem);
  console.log(`${report.summary.passed} passed, ${findings.length + waivers.length} failed`);
  return findings.length + waivers.length > 0 ? 1 : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
