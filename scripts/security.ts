import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environmentNames, loadEnvironments } from "../envs/load";
import { judge } from "../guardrails/waivers";
import { check, installCheckov } from "./security/checkov";
import { writeStacks } from "./security/stacks";
import { WAIVERS } from "./security/waived";

/** `npm run security`: checkov over the stacks of every environment. Exit code 1 for a finding that nothing waives, or an unused waiver. */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "security-"));
  try {
    console.log("Installing checkov, unless it is there …");
    const programs = await installCheckov();
    console.log("Synthesizing every environment …");
    const stacks = writeStacks(folder);
    console.log(`Checking ${Object.keys(stacks).length} stacks …`);
    const { passed, failed } = check(programs, stacks);
    const { findings, waivers } = judge(failed, WAIVERS, {
      environments: loadEnvironments(environmentNames()),
      stacks: Object.keys(stacks),
    });
    for (const { stack, resource, rule, message } of findings)
      console.log(`${stack}: ${resource}: ${message} (${rule})`);
    for (const problem of waivers) console.log(problem);
    console.log(
      `${passed} checks passed, ${failed.length - findings.length} waived, ${findings.length + waivers.length} failed`,
    );
    return findings.length + waivers.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
