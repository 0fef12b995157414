import { type Case, type Cases, document, stack } from "./case";

const bucket = ["aws_s3_bucket", "it", { bucket: "b" }] as const;
const of = { bucket: "${aws_s3_bucket.it.id}" };

const closed = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
const encryption = (rule: object) => ({
  rule: [{ apply_server_side_encryption_by_default: [rule] }],
});
const everyone = [{ type: "*", identifiers: ["*"] }];
const policy = ["aws_s3_bucket_policy", "p", { ...of, policy: "${data.aws_iam_policy_document.p.json}" }] as const;
const logTarget = document({ principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }] });
const tlsOnly = document({ effect: "Deny", principals: everyone, condition: [{ variable: "aws:SecureTransport" }] });

/** A bucket with a setting in each way, good as `right` and bad as `wrong` or without it. */
const setting = (type: string, right: object, wrong: object): Case => ({
  good: [stack(bucket, [type, "s", { ...of, ...right }])],
  bad: [
    stack(bucket),
    stack(bucket, [type, "s", { ...of, ...wrong }]),
    stack(bucket, [type, "s", { bucket: "${aws_s3_bucket.it_too.id}", ...right }]),
  ],
});

const encrypted = setting(
  "aws_s3_bucket_server_side_encryption_configuration",
  encryption({ sse_algorithm: "aws:kms", kms_master_key_id: "k" }),
  encryption({ sse_algorithm: "AES256" }),
);
const logged = setting("aws_s3_bucket_logging", { target_bucket: "logs" }, {});

export const storageCases: Cases = {
  "bucket-private": setting("aws_s3_bucket_public_access_block", closed, { ...closed, block_public_acls: false }),
  "bucket-encrypted": {
    ...encrypted,
    good: [
      ...encrypted.good,
      stack(
        bucket,
        policy,
        ["data.aws_iam_policy_document", "p", logTarget],
        [
          "aws_s3_bucket_server_side_encryption_configuration",
          "s",
          { ...of, ...encryption({ sse_algorithm: "AES256" }) },
        ],
      ),
    ],
  },
  "bucket-versioned": setting(
    "aws_s3_bucket_versioning",
    { versioning_configuration: { status: "Enabled" } },
    { versioning_configuration: { status: "Suspended" } },
  ),
  "bucket-tls-only": {
    good: [stack(bucket, policy, ["data.aws_iam_policy_document", "p", tlsOnly])],
    bad: [stack(bucket), stack(bucket, policy, ["data.aws_iam_policy_document", "p", logTarget])],
  },
  "bucket-access-logs": {
    ...logged,
    good: [...logged.good, stack(bucket, policy, ["data.aws_iam_policy_document", "p", logTarget])],
  },
  "bucket-owner": setting(
    "aws_s3_bucket_ownership_controls",
    { rule: { object_ownership: "BucketOwnerEnforced" } },
    { rule: { object_ownership: "ObjectWriter" } },
  ),
  "bucket-lifecycle": setting(
    "aws_s3_bucket_lifecycle_configuration",
    { rule: [{ abort_incomplete_multipart_upload: [{}], noncurrent_version_expiration: [{}] }] },
    { rule: [{ abort_incomplete_multipart_upload: [{}] }] },
  ),
};
