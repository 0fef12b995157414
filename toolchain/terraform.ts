import { type FoundTool, findTool, outputOf } from "./requirement";
import { toolRequirement } from "./tools";

/** Terraform's program: `TERRAFORM_BINARY_NAME` as in CDKTF's own commands, such as `tofu`, else `terraform`. */
export function terraformBinary(env: NodeJS.ProcessEnv = process.env): string {
  return env.TERRAFORM_BINARY_NAME || "terraform";
}

/** Whether the program is OpenTofu, whatever its name; asked only where `TERRAFORM_BINARY_NAME` chose one. */
export function isOpenTofu(env: NodeJS.ProcessEnv = process.env): boolean {
  if (!env.TERRAFORM_BINARY_NAME) return false;
  return /^OpenTofu v/m.test(outputOf(env.TERRAFORM_BINARY_NAME, ["version"], env) ?? "");
}

/**
 * Terraform of the oldest version that the tests have run with or a newer one, or OpenTofu. State lock files in S3 need 1.10 of either:
 * https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
 * https://opentofu.org/docs/language/settings/backends/s3/#s3-state-locking
 * @throws MissingToolError for an older one
 */
export function findTerraform(env: NodeJS.ProcessEnv = process.env): FoundTool {
  const needed = toolRequirement(isOpenTofu(env) ? "OpenTofu" : "Terraform");
  const candidates = needed.candidates.map(([, ...args]) => [terraformBinary(env), ...args]);
  return findTool({ ...needed, candidates }, { ...env, CHECKPOINT_DISABLE: "1" });
}
