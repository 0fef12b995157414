import { MOST_PARTITIONS } from "../aws-limits/topic-limits";
import { addressProblems } from "./addresses";
import type { Environment } from "./schema";

/** Where settings of the network, the cluster and the job do not fit together; each problem in words. */
export const capacityProblems = (environment: Environment): string[] => [
  ...zoneProblems(environment),
  ...brokerProblems(environment),
  ...partitionProblems(environment),
  ...addressProblems(environment),
];

/** MSK takes two subnets in us-west-1 (ClientSubnets of its API, BrokerNodeGroupInfo). */
function zoneProblems({ region, network: { azCount, zoneIds } }: Environment): string[] {
  const problems: string[] = [];
  if (zoneIds && zoneIds.length !== azCount)
    problems.push(`network.zoneIds: got ${zoneIds.join(", ")}: must name ${azCount} zones, as network.azCount says`);
  if (region === "us-west-1" && azCount !== 2)
    problems.push(`network.azCount: got ${azCount}: must be 2 in us-west-1, where MSK takes two subnets`);
  return problems;
}

function brokerProblems({ kafka, network: { azCount } }: Environment): string[] {
  if (kafka.mode !== "provisioned" || kafka.brokerCount % azCount === 0) return [];
  return [`kafka.brokerCount: got ${kafka.brokerCount}: must be a multiple of network.azCount, ${azCount}`];
}

function partitionProblems({ kafka }: Environment): string[] {
  const sum = Object.values(kafka.topics).reduce((total, { partitions }) => total + partitions, 0);
  if (kafka.mode !== "serverless" || sum <= MOST_PARTITIONS) return [];
  return [
    `kafka.topics: got ${sum} partitions altogether: must be at most ${MOST_PARTITIONS}, as many as MSK Serverless has in a cluster`,
  ];
}
