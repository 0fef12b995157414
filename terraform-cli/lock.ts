import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { terraformBinary } from "../toolchain/terraform";
import { CACHE, terraformEnv } from "./environment";
import { AWS_PROVIDER } from "./provider";
import { terraformSync } from "./run";

const LOCK = ".terraform.lock.hcl";

/**
 * Puts a dependency lock file for the pinned provider into `directory`, unless it has one. Without it, inits that run at the same time
 * race on the plugin cache. The lock is made once by one `terraform init` and copied from then on.
 */
export function seedLock(
  directory: string,
  environment: NodeJS.ProcessEnv = terraformEnv(),
  cache: string = CACHE,
): void {
  const target = join(directory, LOCK);
  if (existsSync(target)) return;
  mkdirSync(directory, { recursive: true });
  copyFileSync(seededLock(environment, cache), target);
}

function seededLock(environment: NodeJS.ProcessEnv, cache: string): string {
  const config = environment.TF_CLI_CONFIG_FILE ?? "";
  const source = config && existsSync(config) ? readFileSync(config, "utf8") : "";
  const key = createHash("sha256")
    .update(AWS_PROVIDER.version)
    .update(terraformBinary(environment))
    .update(source)
    .digest("hex")
    .slice(0, 16);
  const seed = join(cache, "locks", `${key}.hcl`);
  if (existsSync(seed)) return seed;
  mkdirSync(dirname(seed), { recursive: true });
  const work = mkdtempSync(join(cache, "seed-"));
  try {
    // Without a host: Terraform and OpenTofu have a registry each.
    const required = { aws: { source: "hashicorp/aws", version: AWS_PROVIDER.version } };
    writeFileSync(join(work, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
    terraformSync(["init", "-backend=false", "-input=false", "-no-color"], work, environment);
    renameSync(join(work, LOCK), seed);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return seed;
}
