import { spawnSync } from "node:child_process";

/** State lock files in S3 need it: https://developer.hashicorp.com/terraform/language/backend/s3#state-locking */
export const MINIMUM_TERRAFORM = "1.10.0";

const INSTALL = "https://developer.hashicorp.com/terraform/install";

/** Terraform's program: `TERRAFORM_BINARY_NAME` as in CDKTF's own commands, else `terraform`. */
export function terraformBinary(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.TERRAFORM_BINARY_NAME || "terraform";
}

function older(version: string, minimum: string): boolean {
  const [a, b] = [version, minimum].map((text) => text.split(/[.-]/).map(Number));
  for (const index of [0, 1, 2]) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * The version of the installed Terraform, such as `1.11.4`.
 * @throws when it is missing or older than {@link MINIMUM_TERRAFORM}; the message says what to install.
 */
export function terraformVersion(environment: NodeJS.ProcessEnv = process.env): string {
  const binary = terraformBinary(environment);
  const child = spawnSync(binary, ["version", "-json"], {
    encoding: "utf8",
    env: { ...environment, CHECKPOINT_DISABLE: "1" },
  });
  if (child.error || child.status !== 0) {
    const why = child.error?.message ?? child.stderr.trim();
    throw new Error(
      `Terraform cannot be run as "${binary}" (${why}). Install ${MINIMUM_TERRAFORM} or newer: ${INSTALL}`,
    );
  }
  const version: string = JSON.parse(child.stdout.slice(child.stdout.indexOf("{"))).terraform_version;
  if (older(version, MINIMUM_TERRAFORM)) {
    throw new Error(`Terraform ${version} is too old: ${MINIMUM_TERRAFORM} or newer is needed. Install it: ${INSTALL}`);
  }
  return version;
}
