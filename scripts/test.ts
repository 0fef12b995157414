import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { total } from "./test/counts";
import { inRows, PARTS, type Part, steps } from "./test/parts";
import { type Result, runStep } from "./test/run-step";

const ROOT = resolve(__dirname, "..");
const REPORTS = join(ROOT, ".cache", "test");

const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);

function describe({ name, counts, seconds }: Result): string {
  const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
  return `${name.padEnd(30)}${seconds.toFixed(1).padStart(7)} s   ${counts.passed} passed, ${counts.failed} failed${skipped}`;
}

/** Runs the parts that are named, or all; the last line is `N passed, N failed`. Returns the exit code. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    console.error(`There is no part "${unknown.join('", "')}"; there are ${PARTS.join(", ")}.`);
    return 2;
  }
  const parts = names.length > 0 ? names.filter(isPart) : PARTS;
  mkdirSync(REPORTS, { recursive: true });
  const all = steps(ROOT, REPORTS);
  const started = Date.now();
  const run = async (row: readonly Part[]): Promise<Result[]> => {
    const results: Result[] = [];
    for (const part of row) {
      for (const step of all[part]()) {
        console.log(`\n── ${part} (${parts.indexOf(part) + 1} of ${parts.length}): ${step.name}`);
        results.push(await runStep(step, ROOT));
      }
    }
    return results;
  };
  const rows = inRows(parts);
  const results = await run(rows.first);
  results.push(...(await Promise.all(rows.sideBySide.map(run))).flat());
  const sum = total(results.map(({ counts }) => counts));
  console.log(`\n${results.map(describe).join("\n")}`);
  if (sum.failed > 0) console.log(`\nFailed:\n${sum.failures.map((name) => `  ${name}`).join("\n")}`);
  const seconds = (Date.now() - started) / 1000;
  console.log(`\nin ${(seconds / 60).toFixed(1)} minutes${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ""}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
