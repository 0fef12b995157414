import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./inputs";

export const cases: Cases<typeof inputs> = {
  minimal: { name: "market-data-dev-lake", description: "Encrypts the lake." },
  full: {
    name: "market-data-prod/stream",
    description: "Encrypts the stream and its logs.",
    cloudwatchLogs: true,
    servicePrincipals: {
      Delivery: {
        service: "firehose.amazonaws.com",
        actions: ["kms:GenerateDataKey*"],
        sourceArns: ["arn:aws:firehose:eu-west-1:123456789012:deliverystream/*"],
      },
      Alarms: { service: "cloudwatch.amazonaws.com" },
    },
    deletionWindowDays: 7,
    tags: { Team: "data" },
  },
};
