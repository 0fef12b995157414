import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const logKmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/66666666-7777-8888-9999-000000000000";

export const cases: Cases<typeof inputs> = {
  minimal: { name: "market-data-dev", logKmsKeyArn },
  full: {
    name: "market-data-prod",
    logKmsKeyArn,
    cidr: "10.9.0.0/20",
    azCount: 3,
    zoneIds: ["use1-az4", "use1-az2", "use1-az1"],
    excludeZoneIds: ["use1-az3"],
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

const required = { name: "market-data-dev", logKmsKeyArn };

export const invalid: Invalid<typeof inputs> = {
  "a zone twice": {
    inputs: { ...required, zoneIds: ["use1-az1", "use1-az1"] },
    message: "zone_ids must name each zone once.",
  },
  "fewer zones than subnets": {
    inputs: { ...required, azCount: 3, zoneIds: ["use1-az1", "use1-az2"] },
    message: "zone_ids must name az_count zones, or none.",
  },
};
