import { type FoundTool, findTool } from "./requirement";

/** @throws MissingToolError for a Terraform without S3 state locking by lock file (before 1.10) */
export function findTerraform(env: NodeJS.ProcessEnv = process.env): FoundTool {
  return findTool(
    {
      tool: "Terraform",
      minimum: [1, 10],
      candidates: [[env.TERRAFORM_BINARY_NAME || "terraform", "version"]],
      version: /(?<=Terraform v)(\d+)\.(\d+)\S*/,
      howToGet: "Get it from https://developer.hashicorp.com/terraform/install and put it on the PATH.",
    },
    { ...env, CHECKPOINT_DISABLE: "1" },
  );
}
