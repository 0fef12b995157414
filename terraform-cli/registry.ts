import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { inheritedSettings } from "../toolchain/user-settings";

const PROBE_TIMEOUT_MS = 2_500;
const ANSWER_IS_GOOD_FOR_MS = 10 * 60_000;
const DISCOVERY_URL = "https://registry.terraform.io/.well-known/terraform.json";

export const OPENTOFU_DISCOVERY_URL = "https://registry.opentofu.org/.well-known/terraform.json";

/** Runs in a child, because the callers are synchronous and Node's HTTP client is not. */
const PROBE = `fetch(process.argv[1], { signal: AbortSignal.timeout(${PROBE_TIMEOUT_MS}) }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`;

/** Whether Terraform's registry answers from here; takes at most 3 seconds, and the answer is kept in `cacheFile` for ten minutes. */
export function registryAnswers(cacheFile: string, url: string = DISCOVERY_URL): boolean {
  const known = remembered(cacheFile, url);
  if (known !== undefined) return known;
  const child = spawnSync(process.execPath, ["-e", PROBE, url], {
    stdio: "ignore",
    timeout: PROBE_TIMEOUT_MS + 500,
    env: inheritedSettings(process.env),
  });
  const answers = child.status === 0;
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify({ url, answers, at: Date.now() }));
  return answers;
}

function remembered(cacheFile: string, url: string): boolean | undefined {
  try {
    const entry = JSON.parse(readFileSync(cacheFile, "utf8"));
    const fresh = entry.url === url && Date.now() - entry.at < ANSWER_IS_GOOD_FOR_MS;
    return fresh ? entry.answers === true : undefined;
  } catch {
    return undefined; // no file yet, or one that was cut off while being written
  }
}
