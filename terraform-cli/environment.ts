import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { findTerraform, isOpenTofu } from "../toolchain/terraform";
import { inheritedSettings } from "../toolchain/user-settings";
import { cachingConfig, installsProviders, mirrorConfig, userConfig } from "./cli-config";
import { holdsProvider, namedMirror, openTofuMirror, sharedMirror } from "./mirror";
import { AWS_PROVIDER, OPENTOFU_SOURCE, terraformPlatform } from "./provider";
import { OPENTOFU_DISCOVERY_URL, registryAnswers } from "./registry";

/** Where what is decided or downloaded once is kept. */
export const CACHE = resolve(__dirname, "..", ".cache", "terraform");

/**
 * How Terraform and its provider collect garbage, both being Go programs: not until they hold this much. Mostly they load the provider's
 * schema and end, for which collecting costs up to a third of the time and saves a tenth of the memory
 * (https://go.dev/doc/gc-guide#Memory_limit).
 */
const GARBAGE_COLLECTION = { GOGC: "off", GOMEMLIMIT: "768MiB" } as const;

let decided: NodeJS.ProcessEnv | undefined;

/**
 * The environment for child processes that run Terraform or the CDKTF CLI: `process.env`, without settings that would change what their
 * commands do, plus where providers come from and how garbage is collected.
 *
 * Providers come from `TF_PROVIDER_MIRROR` if it is set; else from wherever the user's own CLI configuration says; else from the
 * registry; and where that cannot be reached, from what was downloaded before, or from a shared folder of this machine. Sets no
 * credentials. Decided once a process.
 *
 * @throws when Terraform is missing or too old, or no source of the pinned provider is in reach; the message says what to do.
 */
export function terraformEnv(): NodeJS.ProcessEnv {
  decided ??= { ...inheritedSettings(process.env), ...decide(process.env, CACHE) };
  return { ...decided };
}

/** What {@link terraformEnv} adds to `environment`; files are written under `cache`. */
export function decide(environment: NodeJS.ProcessEnv, cache: string): NodeJS.ProcessEnv {
  findTerraform(environment);
  const settings = {
    ...Object.fromEntries(
      Object.entries(GARBAGE_COLLECTION).map(([name, value]) => [name, environment[name] ?? value]),
    ),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    // The CLI's own cache lies in the home folder, and its lock step asks the registry for platforms nobody here runs.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
    CDKTF_SKIP_PROVIDER_LOCK: "true",
  };
  const config = isOpenTofu(environment) ? openTofuConfig(environment, cache) : chooseConfig(environment, cache);
  if (config === undefined) return settings;
  const file = join(cache, "cli.tfrc");
  writeIfChanged(file, config);
  return { ...settings, TF_CLI_CONFIG_FILE: file };
}

function chooseConfig(environment: NodeJS.ProcessEnv, cache: string): string | undefined {
  const own = userConfig(environment);
  const named = namedMirror(environment);
  if (named) return mirrorConfig(named, own);
  if (installsProviders(own)) return undefined;
  const plugins = join(cache, "plugins");
  mkdirSync(plugins, { recursive: true });
  if (registryAnswers(join(cache, "registry.json"))) return cachingConfig(plugins, own);
  // What was downloaded before has a mirror's layout. It comes after the registry, which notices a download that was cut off.
  const shared = holdsProvider(plugins) ? plugins : sharedMirror();
  if (shared) return mirrorConfig(shared, own);
  // Behind a proxy the probe says nothing about what Terraform can reach.
  if (environment.HTTPS_PROXY || environment.https_proxy) return cachingConfig(plugins, own);
  throw new Error(
    `registry.terraform.io cannot be reached, and no folder of this machine holds ${AWS_PROVIDER.source} ${AWS_PROVIDER.version} for ${terraformPlatform()}. ` +
      `Connect to the internet, or run "terraform providers mirror <folder>" where there is one and set TF_PROVIDER_MIRROR to that folder.`,
  );
}

/** OpenTofu downloads by itself, unless the user named a mirror or its registry cannot be reached: then Terraform's copy serves. */
function openTofuConfig(environment: NodeJS.ProcessEnv, cache: string): string | undefined {
  const own = userConfig(environment);
  const named = namedMirror(environment);
  if (!named && installsProviders(own)) return undefined;
  const answers = () => registryAnswers(join(cache, "registry-opentofu.json"), OPENTOFU_DISCOVERY_URL);
  const plugins = join(cache, "plugins");
  const mirror = named ?? (answers() ? undefined : holdsProvider(plugins) ? plugins : sharedMirror());
  if (!mirror) return own || undefined;
  return mirrorConfig(openTofuMirror(mirror, join(cache, "opentofu")), own, OPENTOFU_SOURCE);
}

function writeIfChanged(file: string, content: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === content) return;
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, file);
}
