import * as z from "zod";
import {
  BROKER_TYPE,
  BROKER_TYPE_HINT,
  DEFAULT_KAFKA_VERSION,
  KAFKA_VERSION,
  KAFKA_VERSION_HINT,
  MOST_BROKERS,
} from "../../aws-limits/msk";
import { arn } from "../../module-kit/arn";
import { text } from "../../module-kit/text";
import { logGroupName } from "../log-group/name";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9-]{1,64}$/, "have 1 to 64 letters, digits and hyphens").describe(
    "Name of the cluster and of its configuration.",
  ),
  kafkaVersion: text(KAFKA_VERSION, KAFKA_VERSION_HINT)
    .default(DEFAULT_KAFKA_VERSION)
    .describe(
      "Apache Kafka version; with `.kraft`, without ZooKeeper. MSK upgrades in place, and from ZooKeeper never back.",
    ),
  brokerCount: z
    .int()
    .min(2)
    .max(MOST_BROKERS)
    .default(3)
    .describe("Number of brokers, a multiple of the number of subnets; at most 30 with ZooKeeper."),
  instanceType: text(BROKER_TYPE, BROKER_TYPE_HINT)
    .default("kafka.m7g.large")
    .describe("Instance type of the brokers, of the kafka.m5 or kafka.m7g family."),
  volumeGib: z
    .int()
    .min(1)
    .max(16384)
    .default(100)
    .describe("Storage of each broker, in GiB; it can grow, never shrink."),
  subnetIds: z
    .array(z.string())
    .min(2)
    .max(3)
    .describe("IDs of private subnets, one in each of two or three availability zones."),
  securityGroupIds: z
    .array(z.string())
    .min(1)
    .describe("IDs of the security groups of the brokers; clients come in on port 9098."),
  kmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts the brokers' storage."),
  logGroupName: logGroupName.describe("Name of the log group that receives the brokers' logs."),
  privateConnectivity: z
    .boolean()
    .default(true)
    .describe("Whether clients in other VPCs, such as Firehose, can connect privately with IAM."),
  configuration: z
    .record(text(/^[a-z0-9.]+$/, "be the name of a broker setting, such as log.retention.hours"), z.string())
    .default({})
    .describe("Broker settings over the module's own, such as `log.retention.hours`."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
