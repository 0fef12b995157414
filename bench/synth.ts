import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { terraformEnv } from "../terraform-cli/environment";
import { cdktfCli } from "../toolchain/cdktf-cli";

const ROOT = resolve(__dirname, "..");
const ROUNDS = 3;

interface Cost {
  readonly seconds: number;
  readonly peakMib: number;
}

const NODE = "node --require ./bench/synth/peak-memory.cjs";

/** Programs that `cdktf synth` is run with, as cdktf.json's `app` names one. */
const APPS: Record<string, string> = {
  "an empty CDKTF app": `${NODE} --import tsx bench/synth/empty.ts`,
  "every environment": `${NODE} --import tsx main.ts`,
  "… types checked first, as ts-node does": `node_modules/.bin/tsc --noEmit; ${NODE} --import tsx main.ts`,
  "… through the provider's barrel": `${NODE} --require ./bench/synth/barrel.cjs --import tsx main.ts`,
};

const CLI = join(ROOT, "node_modules", cdktfCli(ROOT));

function synthesize(app: string): Cost {
  const folder = mkdtempSync(join(tmpdir(), "bench-synth-"));
  try {
    const file = join(folder, "peak");
    const started = process.hrtime.bigint();
    const child = spawnSync(process.execPath, [CLI, "synth", "--app", app, "--output", join(folder, "out")], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...terraformEnv(), CI: "1", PEAK_MEMORY_FILE: file },
    });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    if (child.status !== 0) throw new Error(`${app} failed:\n${child.stderr.slice(-2_000)}`);
    return { seconds, peakMib: Number(readFileSync(file, "utf8")) / 1024 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The best of some rounds, in which the ways take turns: what else happens on the machine only ever adds. */
function measure(): Map<string, Cost> {
  const best = new Map<string, Cost>();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, app] of Object.entries(APPS)) {
      const cost = synthesize(app);
      const { seconds, peakMib } = best.get(name) ?? cost;
      best.set(name, { seconds: Math.min(seconds, cost.seconds), peakMib: Math.min(peakMib, cost.peakMib) });
    }
  }
  return best;
}

/** Compares `cdktf synth` of every environment with that of nothing, in time and in the app's peak memory. */
function main(): void {
  synthesize(APPS["every environment"]!); // builds what is not built yet
  const costs = [...measure()];
  const [[, empty]] = costs as [[string, Cost]];
  console.log("| cdktf synth of | seconds | times the empty app | peak MiB |\n| --- | ---: | ---: | ---: |");
  for (const [name, { seconds, peakMib }] of costs) {
    console.log(
      `| ${name} | ${seconds.toFixed(2)} | ${(seconds / empty.seconds).toFixed(2)} | ${peakMib.toFixed(0)} |`,
    );
  }
}

main();
