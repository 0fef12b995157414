import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Backend, type TerraformStack } from "cdktf";
import { stateBucket, stateKey, stateKeyAlias, tags } from "../envs/names";
import type { Environment } from "../envs/schema";

/** The environment's provider: its region, its tags, and no account but its own. */
export function addAwsProvider(stack: TerraformStack, environment: Environment): void {
  new AwsProvider(stack, "aws", {
    region: environment.region,
    allowedAccountIds: [environment.account],
    defaultTags: [{ tags: tags(environment) }],
    ...(environment.platform === "emulator" && {
      s3UsePathStyle: true,
      skipCredentialsValidation: true,
      skipMetadataApiCheck: "true",
    }),
  });
}

/** The stack's state in the environment's bucket: encrypted with the bucket's key, and locked by a file next to it. */
export function addRemoteState(stack: TerraformStack, environment: Environment, name: string): void {
  new S3Backend(stack, {
    bucket: stateBucket(environment),
    key: stateKey(environment, name),
    region: environment.region,
    encrypt: true,
    kmsKeyId: stateKeyAlias(environment),
    ...(environment.platform === "emulator" && {
      usePathStyle: true,
      skipCredentialsValidation: true,
      skipMetadataApiCheck: true,
    }),
  });
  // cdktf 0.21 does not know the argument; without it two deployments could write one state.
  stack.addOverride("terraform.backend.s3.use_lockfile", true);
}
