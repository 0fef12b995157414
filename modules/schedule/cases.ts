import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const required = {
  name: "market-data-dev-producer",
  functionArn: "arn:aws:lambda:eu-west-1:123456789012:function:market-data-dev-producer",
  expression: "rate(5 minutes)",
  deadLetterArn: "arn:aws:sqs:eu-west-1:123456789012:market-data-dev-missed",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    description: "Prices, every five minutes on working days.",
    expression: "cron(0/5 * ? * MON-FRI *)",
    input: '{"dryRun":true}',
    enabled: false,
    retries: 0,
    maximumEventAgeSeconds: 60,
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
};
