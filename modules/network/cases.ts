import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const logKmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000";

export const cases: Cases<typeof inputs> = {
  minimal: { name: "market-data-dev", logKmsKeyArn },
  full: {
    name: "market-data-prod",
    logKmsKeyArn,
    cidr: "10.9.0.0/20",
    azCount: 3,
    nat: true,
    natPerZone: true,
    gatewayEndpoints: ["s3", "dynamodb"],
    interfaceEndpoints: ["logs", "sts", "lambda", "sagemaker.featurestore-runtime"],
    flowLogRetentionDays: 30,
    permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
    tags: { Team: "data" },
  },
  oneNatGateway: { name: "market-data-staging", logKmsKeyArn, azCount: 3, nat: true, gatewayEndpoints: [] },
};
