import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const required = {
  name: "market-data-dev",
  recordIdentifier: "ticker",
  eventTime: "event_time",
  features: [
    { name: "ticker", type: "String" as const },
    { name: "event_time", type: "Fractional" as const },
  ],
  bucketName: "acme-features",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    description: "Aggregates by ticker.",
    features: [...required.features, { name: "volume_sum", type: "Integral" as const }],
    prefix: "offline/",
    trustSourceAccount: true,
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
};

export const invalid: Invalid<typeof inputs> = {
  "an identifier that is no feature": {
    inputs: { ...required, recordIdentifier: "symbol" },
    message: "record_identifier must be the name of one of features.",
  },
  "an event time that is no feature": {
    inputs: { ...required, eventTime: "window_end" },
    message: "event_time must be the name of one of features.",
  },
  "a feature of a reserved name": {
    inputs: { ...required, features: [...required.features, { name: "write_time", type: "Fractional" }] },
    message: "features must not be named api_invocation_time, is_deleted, write_time",
  },
};
