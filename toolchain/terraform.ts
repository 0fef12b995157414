import { type FoundTool, findTool } from "./requirement";
import { toolRequirement } from "./tools";

/** Terraform's program: `TERRAFORM_BINARY_NAME` as in CDKTF's own commands, else `terraform`. */
export function terraformBinary(env: NodeJS.ProcessEnv = process.env): string {
  return env.TERRAFORM_BINARY_NAME || "terraform";
}

/**
 * The oldest version that the tests have run with; state lock files in S3 need 1.10:
 * https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
 * @throws MissingToolError for an older one
 */
export function findTerraform(env: NodeJS.ProcessEnv = process.env): FoundTool {
  const needed = toolRequirement("Terraform");
  const candidates = needed.candidates.map(([, ...args]) => [terraformBinary(env), ...args]);
  return findTool({ ...needed, candidates }, { ...env, CHECKPOINT_DISABLE: "1" });
}
