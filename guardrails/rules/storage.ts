import type { Model } from "../model";
import type { Resource } from "../resource";
import { at, blocks, isSet, type Rule } from "../rule";
import { denies } from "./statements";

const BUCKET = ["aws_s3_bucket"];

const algorithm = "apply_server_side_encryption_by_default.sse_algorithm";
const key = "apply_server_side_encryption_by_default.kms_master_key_id";

/** Whether the bucket is where other buckets write their access logs, by its policy. */
function isLogTarget(bucket: Resource, model: Model): boolean {
  const text = JSON.stringify(policies(bucket, model).map(({ body }) => body));
  return text.includes("logging.s3.amazonaws.com");
}

/** Policy documents of the bucket's policy. */
function policies(bucket: Resource, model: Model): Resource[] {
  const references = model.companions(bucket, "aws_s3_bucket_policy", "bucket").map(({ body }) => String(body.policy));
  return model
    .inStackOf(bucket, "data.aws_iam_policy_document")
    .filter(({ address }) => references.some((reference) => reference.includes(`${address}.`)));
}

/** Buckets, each setting being a resource of its own. */
export const storageRules: readonly Rule[] = [
  {
    id: "bucket-private",
    types: BUCKET,
    requirement: "must block every kind of public access",
    counterparts: ["AwsSolutions-S2"],
    check: (bucket, model) =>
      model
        .companions(bucket, "aws_s3_bucket_public_access_block", "bucket")
        .some(({ body }) =>
          ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].every(
            (setting) => body[setting] === true,
          ),
        ),
  },
  {
    id: "bucket-encrypted",
    types: BUCKET,
    requirement: "must be encrypted with a KMS key of the project; a target of access logs with S3's",
    counterparts: ["NIST.800.53.R5-S3DefaultEncryptionKMS"],
    check: (bucket, model) => {
      const rules = model
        .companions(bucket, "aws_s3_bucket_server_side_encryption_configuration", "bucket")
        .flatMap(({ body }) => blocks(body, "rule"));
      if (isLogTarget(bucket, model)) return rules.some((rule) => isSet(at(rule, algorithm)));
      return rules.some((rule) => at(rule, algorithm) === "aws:kms" && isSet(at(rule, key)));
    },
  },
  {
    id: "bucket-versioned",
    types: BUCKET,
    requirement: "must keep versions",
    counterparts: ["NIST.800.53.R5-S3BucketVersioningEnabled"],
    check: (bucket, model) =>
      model
        .companions(bucket, "aws_s3_bucket_versioning", "bucket")
        .some(({ body }) => at(body, "versioning_configuration.status") === "Enabled"),
  },
  {
    id: "bucket-tls-only",
    types: BUCKET,
    requirement: "must refuse requests without TLS",
    counterparts: ["AwsSolutions-S10"],
    check: (bucket, model) => policies(bucket, model).some(({ body }) => denies(body, "aws:SecureTransport")),
  },
  {
    id: "bucket-access-logs",
    types: BUCKET,
    requirement: "must log access to it, unless it is the target of access logs itself",
    counterparts: ["AwsSolutions-S1"],
    check: (bucket, model) =>
      isLogTarget(bucket, model) ||
      model.companions(bucket, "aws_s3_bucket_logging", "bucket").some(({ body }) => isSet(body.target_bucket)),
  },
  {
    id: "bucket-owner",
    types: BUCKET,
    requirement: "must own every object in it (BucketOwnerEnforced)",
    check: (bucket, model) =>
      model
        .companions(bucket, "aws_s3_bucket_ownership_controls", "bucket")
        .some(({ body }) => at(body, "rule.object_ownership") === "BucketOwnerEnforced"),
  },
  {
    id: "bucket-lifecycle",
    types: BUCKET,
    requirement: "must end unfinished uploads and old versions",
    check: (bucket, model) => {
      const rules = model
        .companions(bucket, "aws_s3_bucket_lifecycle_configuration", "bucket")
        .flatMap(({ body }) => blocks(body, "rule"));
      const some = (name: string) => rules.some((rule) => blocks(rule, name).length > 0);
      return some("abort_incomplete_multipart_upload") && some("noncurrent_version_expiration");
    },
  },
];
