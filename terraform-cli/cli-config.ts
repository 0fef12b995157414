import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { hasBlock, withoutBlock } from "./blocks";
import { AWS_PROVIDER } from "./provider";

/** The user's own CLI configuration, or nothing when there is none (a named file that is missing counts as none). */
export function userConfig(environment: NodeJS.ProcessEnv): string {
  const file = environment.TF_CLI_CONFIG_FILE || join(environment.HOME ?? homedir(), ".terraformrc");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Whether a CLI configuration already says where providers come from. */
export const installsProviders = (config: string): boolean => hasBlock(config, "provider_installation");

/** A CLI configuration that takes providers from `mirror` or directly, and keeps all other settings of `rest`, the user's own. */
export function mirrorConfig(mirror: string, rest: string, source: string = AWS_PROVIDER.source): string {
  return `${withoutBlock(rest, "provider_installation")}
provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(mirror)}
    include = ["${source}"]
  }
  direct {
    exclude = ["${source}"]
  }
}
`.trimStart();
}

/** A CLI configuration that downloads each provider once, into `cache`, however many stacks are initialised. */
export function cachingConfig(cache: string, rest: string): string {
  if (/^\s*plugin_cache_dir\s*=/m.test(rest)) return rest;
  return `${rest}\nplugin_cache_dir = ${JSON.stringify(cache)}\n`.trimStart();
}
