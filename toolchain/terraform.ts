import { type FoundTool, findTool } from "./requirement";

/** Terraform's program: `TERRAFORM_BINARY_NAME` as in CDKTF's own commands, else `terraform`. */
export function terraformBinary(env: NodeJS.ProcessEnv = process.env): string {
  return env.TERRAFORM_BINARY_NAME || "terraform";
}

/** Settings that say where things come from, how much is logged, and with which keys: they change no command's effect. */
const HARMLESS =
  /^TF_(CLI_CONFIG_FILE|PROVIDER_MIRROR|TOKEN_.*|REGISTRY_.*|PLUGIN_CACHE_.*|LOG.*|APPEND_USER_AGENT|ENCRYPTION)$/;

/**
 * `env` without the settings of Terraform that change what a command does or where it keeps things: arguments added to every command,
 * values of variables, another workspace, another folder for data. Somebody made them for their own commands, not for those run here.
 * https://developer.hashicorp.com/terraform/cli/config/environment-variables
 */
export function inheritedSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith("TF_") || HARMLESS.test(name));
  return Object.fromEntries(kept);
}

/**
 * The oldest version that the tests have run with; state lock files in S3 need 1.10:
 * https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
 * @throws MissingToolError for an older one
 */
export function findTerraform(env: NodeJS.ProcessEnv = process.env): FoundTool {
  return findTool(
    {
      tool: "Terraform",
      minimum: [1, 11],
      candidates: [[terraformBinary(env), "version"]],
      version: /(?<=Terraform v)(\d+)\.(\d+)\S*/,
      howToGet: "Get it from https://developer.hashicorp.com/terraform/install and put it on the PATH.",
    },
    { ...inheritedSettings(env), CHECKPOINT_DISABLE: "1" },
  );
}
