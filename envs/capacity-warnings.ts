import { TRANSACTIONAL_ID_EXPIRATION_MS } from "../aws-limits/msk";
import type { Environment } from "./schema";
import { blockOf, overlap } from "./schema/ipv4";

/** Addresses for networks of one's own (https://www.rfc-editor.org/rfc/rfc1918, https://www.rfc-editor.org/rfc/rfc6598). */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];
/** Services of AWS that run containers have this block for those (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html). */
const OF_CONTAINERS = "172.17.0.0/16";

/** One for the aggregates and one for the dead letters. */
const SINKS = 2;
const MANY_TRANSACTIONAL_IDS = 1_000_000;

/** What is allowed, and costs money, memory or reach without need; one sentence each. */
export const capacityWarnings = (environment: Environment): string[] => [
  ...addressWarnings(environment),
  ...transactionWarnings(environment),
  ...parallelismWarnings(environment),
];

function addressWarnings({ network: { cidr } }: Environment): string[] {
  const own = blockOf(cidr);
  if (overlap(own, blockOf(OF_CONTAINERS)))
    return [
      `network.cidr: got "${cidr}": services such as Cloud9 and SageMaker use ${OF_CONTAINERS} themselves and cannot be reached from it; ` +
        "take another block",
    ];
  if (PRIVATE.some((range) => overlap(own, blockOf(range)))) return [];
  return [
    `network.cidr: got "${cidr}": public addresses, whose owners cannot be reached from the VPC; take a block of ${PRIVATE.slice(0, 3).join(", ")}`,
  ];
}

function transactionWarnings({ flink: { parallelism, checkpointIntervalMs } }: Environment): string[] {
  const ids = Math.round((parallelism * SINKS * TRANSACTIONAL_ID_EXPIRATION_MS) / checkpointIntervalMs);
  if (ids <= MANY_TRANSACTIONAL_IDS) return [];
  return [
    `flink.checkpointIntervalMs: got ${checkpointIntervalMs}: with flink.parallelism ${parallelism} the brokers keep ${ids.toLocaleString("en")} ` +
      `transactional ids, each for ${TRANSACTIONAL_ID_EXPIRATION_MS / 3_600_000} hours, which fills their memory; take a longer interval`,
  ];
}

function parallelismWarnings({ kafka, flink: { parallelism } }: Environment): string[] {
  const { partitions } = kafka.topics.input;
  if (parallelism <= partitions) return [];
  return [
    `flink.parallelism: got ${parallelism}: kafka.topics.input has ${partitions} partitions, and further subtasks read nothing but are paid ` +
      "for",
  ];
}
