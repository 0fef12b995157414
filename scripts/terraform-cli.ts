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
import { dirname, join, resolve } from "node:path";
import { cachingConfig, installsProviders, mirrorConfig, userConfig } from "./terraform/cli-config";
import { namedMirror, sharedMirror } from "./terraform/mirror";
import { AWS_PROVIDER, terraformPlatform } from "./terraform/provider";
import { registryAnswers } from "./terraform/registry";
import { terraformSync } from "./terraform/run";
import { terraformVersion } from "./terraform/version";

export { terraform, terraformSync } from "./terraform/run";
export { terraformBinary } from "./terraform/version";

const CACHE = resolve(__dirname, "..", ".cache", "terraform");
const LOCK = ".terraform.lock.hcl";

let decided: NodeJS.ProcessEnv | undefined;

/**
 * The environment for child processes that run Terraform or the CDKTF CLI: `process.env` plus where providers come from.
 *
 * Providers come from `TF_PROVIDER_MIRROR` if it is set; else from wherever the user's own CLI configuration says; else from the
 * registry; and where that cannot be reached, from a shared folder of this machine. Sets no credentials. Decided once a process.
 *
 * @throws when Terraform is missing or too old, or no source of the pinned provider is in reach; the message says what to do.
 */
export function terraformEnv(): NodeJS.ProcessEnv {
  decided ??= { ...process.env, ...decide(process.env, CACHE) };
  return { ...decided };
}

/** What {@link terraformEnv} adds to `environment`; files are written under `cache`. */
export function decide(environment: NodeJS.ProcessEnv, cache: string): NodeJS.ProcessEnv {
  terraformVersion(environment);
  const quiet = {
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    // The CLI's own cache lies in the home folder, and its lock step asks the registry for platforms nobody here runs.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
    CDKTF_SKIP_PROVIDER_LOCK: "true",
  };
  const config = chooseConfig(environment, cache);
  if (config === undefined) return quiet;
  const file = join(cache, "cli.tfrc");
  writeIfChanged(file, config);
  return { ...quiet, TF_CLI_CONFIG_FILE: file };
}

function chooseConfig(environment: NodeJS.ProcessEnv, cache: string): string | undefined {
  const own = userConfig(environment);
  const named = namedMirror(environment);
  if (named) return mirrorConfig(named, own.replace(/^\s*provider_installation\s*\{[\s\S]*?^\}/m, ""));
  if (installsProviders(own)) return undefined;
  const plugins = join(cache, "plugins");
  mkdirSync(plugins, { recursive: true });
  if (registryAnswers(join(cache, "registry.json"))) return cachingConfig(plugins, own);
  const shared = sharedMirror();
  if (shared) return mirrorConfig(shared, own);
  // Behind a proxy the probe says nothing about what Terraform can reach.
  if (environment.HTTPS_PROXY || environment.https_proxy) return cachingConfig(plugins, own);
  throw new Error(
    `registry.terraform.io cannot be reached, and no folder of this machine holds ${AWS_PROVIDER.source} ${AWS_PROVIDER.version} for ${terraformPlatform()}. ` +
      `Connect to the internet, or run "terraform providers mirror <folder>" where there is one and set TF_PROVIDER_MIRROR to that folder.`,
  );
}

function writeIfChanged(file: string, content: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === content) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}

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
  const key = createHash("sha256").update(AWS_PROVIDER.version).update(source).digest("hex").slice(0, 16);
  const seed = join(cache, "locks", `${key}.hcl`);
  if (existsSync(seed)) return seed;
  mkdirSync(dirname(seed), { recursive: true });
  const work = mkdtempSync(join(cache, "seed-"));
  try {
    const required = { aws: { source: AWS_PROVIDER.source, version: AWS_PROVIDER.version } };
    writeFileSync(join(work, "main.tf.json"), JSON.stringify({ terraform: { required_providers: required } }));
    terraformSync(["init", "-backend=false", "-input=false", "-no-color"], work, environment);
    renameSync(join(work, LOCK), seed);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return seed;
}
