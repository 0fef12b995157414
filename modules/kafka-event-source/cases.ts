import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./index";

const required = {
  name: "market-data-dev-features",
  functionName: "market-data-dev-features",
  roleName: "market-data-dev-features",
  clusterArn: "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1",
  topic: "aggregates",
  consumerGroupId: "market-data-dev-features",
  onFailureBucketArn: "arn:aws:s3:::acme-failures",
  onFailureKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    startingPosition: "LATEST",
    batchSize: 500,
    batchingWindowSeconds: 5,
    minimumPollers: 2,
    maximumPollers: 10,
    maximumRetryAttempts: 10,
    maximumRecordAgeSeconds: 3600,
    bisect: false,
    enabled: false,
    tags: { Team: "data" },
  },
};

export const invalid: Invalid<typeof inputs> = {
  "more pollers at least than at most": {
    inputs: { ...required, minimumPollers: 3 },
    message: "minimum_pollers must be at most maximum_pollers.",
  },
};
