import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const required = {
  name: "market-data-dev",
  codeBucketArn: "arn:aws:s3:::acme-artifacts",
  codeKey: "flink-job/0123456789abcdef.jar",
  codeKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  propertyGroups: { kafka: { "input.topic": "prices", "output.topic": "aggregates" } },
  subnetIds: ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff"],
  securityGroupIds: ["sg-0aaa1111bbb2222cc"],
  logRetentionDays: 30 as const,
  logKmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    description: "One-minute aggregates by ticker.",
    runtime: "FLINK-1_19",
    parallelism: 8,
    parallelismPerKpu: 4,
    autoscaling: true,
    checkpointIntervalMs: 10_000,
    minPauseMs: 1_000,
    logLevel: "WARN",
    metricsLevel: "OPERATOR",
    propertyGroups: { kafka: { "group.id": "job" }, job: { "window.seconds": "60" } },
    policyArns: { kafka: "arn:aws:iam::123456789012:policy/kafka" },
    allowNonRestoredState: true,
    maintenanceWindowStart: "04:30",
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
  stopped: { ...required, start: false },
};

export const invalid: Invalid<typeof inputs> = {
  "no properties": {
    inputs: { ...required, propertyGroups: {} },
    message: "property_groups must have at least 1 group.",
  },
  "too many groups of properties": {
    inputs: {
      ...required,
      propertyGroups: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`g${i}`, { a: "b" }])),
    },
    message: "property_groups must have at most 50 groups.",
  },
};
