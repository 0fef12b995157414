import { Bucket } from "../../../modules/bucket";
import { statement, synthesize } from "./support/synthesize";

const props = {
  bucketName: "acme-lake",
  kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/k",
  logBucketName: "acme-access-logs",
};
const target = { bucketName: "acme-access-logs", accessLogTarget: true };
const build = (p: ConstructorParameters<typeof Bucket>[2]) => synthesize((stack) => new Bucket(stack, "bucket", p));

describe("bucket", () => {
  test("is private, versioned and encrypted with its key", () => {
    const { resource } = build(props);
    expect(resource.aws_s3_bucket_public_access_block?.bucket_public_access).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(resource.aws_s3_bucket_ownership_controls?.bucket_ownership.rule.object_ownership).toBe(
      "BucketOwnerEnforced",
    );
    expect(resource.aws_s3_bucket_versioning?.bucket_versioning.versioning_configuration.status).toBe("Enabled");
    expect(resource.aws_s3_bucket_server_side_encryption_configuration?.bucket_encryption.rule).toEqual([
      {
        bucket_key_enabled: true,
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: props.kmsKeyArn },
      },
    ]);
  });

  test("refuses plain HTTP", () => {
    expect(statement(build(props), "bucket_policy_document", "TlsOnly")).toMatchObject({
      effect: "Deny",
      actions: ["s3:*"],
      condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
    });
  });

  test("keeps objects for ever by default, and clears away what was overwritten or left half sent", () => {
    const rule = (stack: ReturnType<typeof build>) =>
      stack.resource.aws_s3_bucket_lifecycle_configuration?.bucket_lifecycle.rule[0];
    expect(rule(build(props)).expiration ?? []).toEqual([]);
    expect(rule(build({ ...props, expireDays: 90 })).expiration).toEqual([{ days: 90 }]);
    expect(rule(build(props))).toMatchObject({
      noncurrent_version_expiration: [{ noncurrent_days: 30 }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    });
  });

  test("lets single folders expire sooner", () => {
    const rules = build({ ...props, expireDays: 90, folderExpireDays: { "results/": 7 } }).resource
      .aws_s3_bucket_lifecycle_configuration?.bucket_lifecycle.rule;
    expect(rules).toHaveLength(2);
    expect(rules[1]).toMatchObject({ filter: [{ prefix: "results/" }], expiration: [{ days: 7 }] });
  });

  test("sends its access logs to the log bucket under its own name", () => {
    expect(build(props).resource.aws_s3_bucket_logging?.bucket_logging).toMatchObject({
      target_bucket: "acme-access-logs",
      target_prefix: "acme-lake/",
    });
  });

  test("as an access log target takes logs of this account's buckets, with SSE-S3, and logs nothing itself", () => {
    const stack = build(target);
    expect(statement(stack, "bucket_policy_document", "AccessLogs")).toMatchObject({
      actions: ["s3:PutObject"],
      principals: [{ type: "Service", identifiers: ["logging.s3.amazonaws.com"] }],
      condition: [
        { test: "StringEquals", variable: "aws:SourceAccount", values: [expect.stringContaining("account_id")] },
      ],
    });
    expect(
      stack.resource.aws_s3_bucket_server_side_encryption_configuration?.bucket_encryption.rule[0]
        .apply_server_side_encryption_by_default,
    ).toEqual({ sse_algorithm: "AES256" });
    expect(stack.resource).not.toHaveProperty("aws_s3_bucket_logging");
  });

  test("is not emptied by destroying it", () => {
    expect(build(props).resource.aws_s3_bucket?.bucket.force_destroy).toBe(false);
  });

  test("refuses to be without a key of its own, or without access logs", () => {
    const { kmsKeyArn, ...withoutKey } = props;
    const { logBucketName, ...withoutLogs } = props;
    expect(() => build(withoutKey)).toThrow(/kms_key_arn must be given/);
    expect(() => build(withoutLogs)).toThrow(/log_bucket_name must be given/);
  });

  test("refuses a name that S3 refuses, and says what a name is", () => {
    expect(() => build({ ...props, bucketName: "Acme_Lake" })).toThrow(/"bucketName".*must be a valid S3 bucket name/s);
  });
});
