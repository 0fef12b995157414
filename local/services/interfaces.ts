import type { FlinkState } from "./flink/state";
import type { KafkaState } from "./kafka/state";

/** Security groups and subnets that clusters and applications have interfaces in: the emulator does not let them be deleted. */
export function interfaceUsers(kafka: KafkaState, flink: FlinkState) {
  const clusters = Object.values(kafka.clusters).map((cluster) => ({
    name: `cluster ${cluster.clusterName}`,
    ids: idsIn(cluster),
  }));
  const applications = Object.entries(flink.applications).map(([name, { detail }]) => ({
    name: `application ${name}`,
    ids: idsIn(detail),
  }));
  return { users: [...clusters, ...applications] };
}

const idsIn = (thing: object): string[] => [
  ...new Set(JSON.stringify(thing).match(/\b(?:sg|subnet)-[0-9a-f]+\b/g) ?? []),
];
