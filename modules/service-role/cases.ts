import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const required = {
  name: "market-data-dev-schedule",
  description: "Invokes the producer.",
  service: "scheduler.amazonaws.com",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    sourceAccount: false,
    accountAsExternalId: true,
    sourceArns: ["arn:aws:scheduler:eu-west-1:123456789012:schedule-group/default"],
    policyArns: { kafka: "arn:aws:iam::123456789012:policy/kafka" },
    policies: { invoke: '{"Version":"2012-10-17","Statement":[]}' },
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
};
