import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

export const cases: Cases<typeof inputs> = {
  minimal: { bucketName: "acme-events", kmsKeyArn, logBucketName: "acme-logs" },
  full: {
    bucketName: "acme-lake",
    kmsKeyArn,
    logBucketName: "acme-logs",
    expireDays: 400,
    folderExpireDays: { "results/": 7, "errors/": 30 },
    noncurrentDays: 7,
    forceDestroy: true,
    policyDocuments: [
      '{"Statement":[{"Sid":"Reader","Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"s3:GetObject","Resource":"*"}]}',
    ],
    tags: { Team: "data", Note: 'say "hi"' },
  },
  accessLogTarget: { bucketName: "acme-logs", accessLogTarget: true },
};

export const invalid: Invalid<typeof inputs> = {
  "a target of access logs with a key": {
    inputs: { bucketName: "acme-logs", accessLogTarget: true, kmsKeyArn },
    message: "kms_key_arn must be given, unless access_log_target is true, where it must be left out",
  },
  "a bucket without a key": {
    inputs: { bucketName: "acme-lake", logBucketName: "acme-logs" },
    message: "kms_key_arn must be given",
  },
  "a bucket without access logs": {
    inputs: { bucketName: "acme-lake", kmsKeyArn },
    message: "log_bucket_name must be given",
  },
};
