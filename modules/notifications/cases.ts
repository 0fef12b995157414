import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const required = {
  name: "market-data-dev-alarms",
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: { ...required, subscriptions: ["on-call@example.com", "data@example.com"], tags: { Team: "data" } },
};
