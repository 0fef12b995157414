import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const required = {
  name: "market-data-dev",
  clusterArn: "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1",
  topic: "aggregates",
  bucketArn: "arn:aws:s3:::acme-lake",
  prefix: "aggregates/",
  glueDatabase: "market_data",
  glueTable: "aggregates",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  logRetentionDays: 30 as const,
  logKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    errorPrefix: "failed/",
    bufferMb: 64,
    bufferSeconds: 300,
    trustSourceAccount: true,
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
};

export const invalid: Invalid<typeof inputs> = {
  "errors within the Parquet files": {
    inputs: { ...required, errorPrefix: "aggregates/errors/" },
    message: "error_prefix must be outside prefix",
  },
};
