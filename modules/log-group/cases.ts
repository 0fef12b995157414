import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000";

export const cases: Cases<typeof inputs> = {
  minimal: { name: "/market-data/dev/job", retentionDays: 30, kmsKeyArn },
  full: { name: "/market-data/prod/job", retentionDays: 365, kmsKeyArn, tags: { Team: "data" } },
};
