import type { Environment } from "./schema";
import { partitionOf } from "./schema/region";

/** First part of every name of the environment: `<project>-<env>`. */
export const prefix = (environment: Environment): string => `${environment.project}-${environment.name}`;

/** Name of a bucket: bucket names are global, so the account stands in them. */
export const bucketName = (environment: Environment, thing: string): string =>
  `${prefix(environment)}-${thing}-${environment.account}`;

/** Bucket with the Terraform state of the environment's stacks. */
export const stateBucket = (environment: Environment): string => bucketName(environment, "state");

/**
 * ARN of the alias of the key that encrypts the states. Terraform sends it with each write: without it S3 would use its own keys, since
 * `encrypt` alone asks for these and so passes over the bucket's.
 * https://developer.hashicorp.com/terraform/language/backend/s3#s3-state-storage
 */
export const stateKeyAlias = (environment: Environment): string =>
  `arn:${partitionOf(environment.region)}:kms:${environment.region}:${environment.account}:alias/${stateBucket(environment)}`;

/** Key of a stack's Terraform state. */
export const stateKey = (environment: Environment, stack: string): string =>
  `${environment.project}/${environment.name}/${stack}.tfstate`;

/** Tags of every resource: the environment's own ones, and what tells them apart from others'. */
export const tags = (environment: Environment): Record<string, string> => ({
  ...environment.tags,
  Project: environment.project,
  Environment: environment.name,
  ManagedBy: "cdktf",
});
