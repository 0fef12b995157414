import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { StackEntry } from "../../terraform-cli/stack-order";
import { inheritedSettings } from "../../toolchain/user-settings";

const ROOT = resolve(__dirname, "..", "..");

/** Synthesizes the stacks of one environment into `output`. @throws with the program's own message when it refuses. */
export function synthesize(environment: string, output: string): StackEntry[] {
  mkdirSync(output, { recursive: true });
  const child = spawnSync(process.execPath, ["--import", "tsx", "main.ts"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "inherit", "pipe"],
    env: { ...inheritedSettings(process.env), ENVIRONMENTS: environment, CDKTF_OUTDIR: output },
  });
  if (child.status !== 0) throw new Error(child.stderr.trim() || `synthesis ended with ${child.status}`);
  process.stderr.write(child.stderr);
  return Object.values(JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")).stacks);
}
