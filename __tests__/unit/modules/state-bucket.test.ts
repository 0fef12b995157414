import { StateBucket } from "../../../modules/state-bucket";
import { synthesize } from "./support/synthesize";

const build = () => synthesize((stack) => new StateBucket(stack, "state", { bucketName: "acme-dev-state" }));

describe("state-bucket", () => {
  test("encrypts states with a key of its own and keeps earlier versions for a year", () => {
    const { resource } = build();
    expect(
      resource.aws_s3_bucket_server_side_encryption_configuration?.state_states_encryption.rule[0]
        .apply_server_side_encryption_by_default.kms_master_key_id,
    ).toBe("${aws_kms_key.state_key.arn}");
    const rule = resource.aws_s3_bucket_lifecycle_configuration?.state_states_lifecycle.rule[0];
    expect(rule.noncurrent_version_expiration).toEqual([{ noncurrent_days: 365 }]);
    expect(rule.expiration ?? []).toEqual([]);
  });

  test("logs access to a second bucket", () => {
    const { resource } = build();
    expect(resource.aws_s3_bucket?.state_logs.bucket).toBe("acme-dev-state-logs");
    expect(resource.aws_s3_bucket_logging?.state_states_logging.target_bucket).toBe("${aws_s3_bucket.state_logs.id}");
  });

  test("refuses a name that leaves no room for the log bucket's", () => {
    expect(() => synthesize((stack) => new StateBucket(stack, "state", { bucketName: "a".repeat(59) }))).toThrow(
      /bucketName/,
    );
  });
});
