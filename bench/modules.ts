import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "..");
const ROUNDS = 3;

/** What `npm run modules` is run with. A generation writes nothing where all is fresh, and so can be timed at any time. */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  "generate all": [],
  "check all": ["--check"],
  "parity of all cases": ["--parity"],
};

/** Seconds that one run takes, the start of Node.js included. @throws with its output when it fails. */
function seconds(args: readonly string[]): number {
  const started = process.hrtime.bigint();
  const child = spawnSync(process.execPath, ["--import", "tsx", join("scripts", "modules.ts"), ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (child.status !== 0) throw new Error(`modules.ts ${args.join(" ")} failed:\n${child.stdout}${child.stderr}`);
  return Number(process.hrtime.bigint() - started) / 1e9;
}

/** `npm run bench:modules`: the best of some rounds of each step, in which they take turns. */
function main(): void {
  const best = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(STEPS)) {
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, seconds(args)));
    }
  }
  console.log(`| step | seconds, the best of ${ROUNDS} |\n| --- | --- |`);
  for (const [name, least] of best) console.log(`| ${name} | ${least.toFixed(1)} |`);
}

main();
