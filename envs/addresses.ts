import { interfaceEndpoints } from "./interface-endpoints";
import type { Environment } from "./schema";
import { blockOf, sizeOf } from "./schema/ipv4";

/** Of the VPC's block, a subnet has a sixteenth (modules/network). */
const BITS_OF_SUBNET = 4;
const LARGEST_BLOCK = 16;

/** AWS keeps the first four addresses of a subnet and the last (https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html). */
const KEPT_BY_AWS = 5;

/** KPUs to which autoscaling may go, by AWS's default quota (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_ParallelismConfiguration.html). */
const MOST_KPUS = 64;

/**
 * Managed Flink has about one network interface for each KPU in each subnet, and wants a fifth more for updates (AWS's agent toolkit,
 * foundation-operations of its skill for Managed Flink: the one source there is). One KPU more runs the job manager.
 */
const INTERFACES_PER_KPU = 1.2;

/** One interface of Lambda for all functions with the same security group (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html). */
const FUNCTIONS = 1;
/** A provisioned poller reads up to 5 MB/s, so that a few do; each may have an interface of its own. */
const POLLERS = 4;

/** What needs addresses in each private subnet, and how many. */
export function addressesNeeded(environment: Environment): Readonly<Record<string, number>> {
  const { flink, kafka, network, bastion } = environment;
  const asked = Math.ceil(flink.parallelism / flink.parallelismPerKpu);
  const kpus = (flink.autoscaling ? Math.max(asked, MOST_KPUS) : asked) + 1;
  // A load balancer of MSK stands in each subnet for Firehose.
  const brokers = kafka.mode === "provisioned" ? kafka.brokerCount / network.azCount + 1 : 2;
  return {
    "Managed Flink": Math.ceil(kpus * INTERFACES_PER_KPU),
    "interface endpoints": interfaceEndpoints(environment).length,
    MSK: Math.ceil(brokers),
    functions: FUNCTIONS,
    pollers: POLLERS,
    host: bastion ? 1 : 0,
    AWS: KEPT_BY_AWS,
  };
}

/** A block whose subnets cannot hold what is in them, in words; nothing where they can. */
export function addressProblems(environment: Environment): string[] {
  const { cidr } = environment.network;
  const needed = addressesNeeded(environment);
  const sum = Object.values(needed).reduce((a, b) => a + b, 0);
  const { prefix } = blockOf(cidr);
  const has = sizeOf(prefix + BITS_OF_SUBNET);
  if (has >= sum) return [];
  let enough = prefix;
  while (enough > LARGEST_BLOCK && sizeOf(enough + BITS_OF_SUBNET) < sum) enough -= 1;
  const parts = Object.entries(needed).flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : []));
  return [
    `network.cidr: got "${cidr}": must be a block of /${enough} or larger: each of its subnets has ${has} addresses and needs ${sum} ` +
      `(${parts.join(", ")}${environment.flink.autoscaling ? `; flink.autoscaling may go to ${MOST_KPUS} KPUs` : ""})`,
  ];
}
