import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const required = {
  name: "market-data-dev",
  subnetIds: ["subnet-0aaa1111bbb2222cc", "subnet-0ddd3333eee4444ff", "subnet-0999888877776666a"],
  securityGroupIds: ["sg-0aaa1111bbb2222cc"],
  kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555",
  logGroupName: "/msk/market-data-dev",
};

export const cases: Cases<typeof inputs> = {
  minimal: required,
  full: {
    ...required,
    kafkaVersion: "3.9.x",
    brokerCount: 6,
    instanceType: "kafka.m5.large",
    volumeGib: 500,
    privateConnectivity: false,
    configuration: { "log.retention.hours": "72", "min.insync.replicas": "2" },
    tags: { Team: "data" },
  },
};

export const invalid: Invalid<typeof inputs> = {
  "brokers that do not come out even": {
    inputs: { ...required, brokerCount: 4 },
    message: "broker_count must be a multiple of the number of subnet_ids.",
  },
  "more brokers than ZooKeeper holds": {
    inputs: { ...required, kafkaVersion: "3.9.x", brokerCount: 33 },
    message: "broker_count must be at most 30 where kafka_version is one without .kraft.",
  },
};
