import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Parts of a synthesized stack that say where its and other stacks' states are. */
interface States {
  readonly terraform: { readonly backend: { readonly s3: Readonly<Record<string, unknown>> } };
  readonly data?: {
    readonly terraform_remote_state?: Readonly<Record<string, { readonly config: Readonly<Record<string, unknown>> }>>;
  };
}

/**
 * Writes the one file that a stack's folder has more in a rehearsal: states are read and written at `endpoint`, which has no host
 * names of buckets (https://developer.hashicorp.com/terraform/language/files/override). The synthesized file stays as it is.
 */
export function writeOverride(directory: string, endpoint: string): void {
  const stack = JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8")) as States;
  const here = {
    use_path_style: true,
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_requesting_account_id: true,
    endpoints: { s3: endpoint },
  };
  const remote = Object.entries(stack.data?.terraform_remote_state ?? {});
  const override = {
    terraform: { backend: { s3: { ...stack.terraform.backend.s3, ...here } } },
    provider: { aws: [{ s3_use_path_style: true, skip_metadata_api_check: "true" }] },
    ...(remote.length > 0 && {
      data: {
        terraform_remote_state: Object.fromEntries(
          remote.map(([name, { config }]) => [name, { config: { ...config, ...here } }]),
        ),
      },
    }),
  };
  writeFileSync(join(directory, "rehearsal_override.tf.json"), JSON.stringify(override, null, 2));
}
