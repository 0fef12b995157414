import type { Metric, MetricSources } from "../metric";

/** Provisioned brokers as MSK reports them (https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html). */
export function brokerMetrics({ clusterName, brokerIds }: MetricSources) {
  const cluster = { "Cluster Name": clusterName };
  const metric = (name: string, label: string): Metric => ({
    namespace: "AWS/Kafka",
    name,
    dimensions: cluster,
    statistic: "Maximum",
    label,
  });
  const ofAll = (name: string, label: string): Metric => ({
    ...metric(name, label),
    parts: brokerIds.map((id) => ({ "Broker ID": id })),
  });
  const ofOne = (name: string, id: string): Metric => ({
    ...metric(name, `broker ${id}`),
    dimensions: { ...cluster, "Broker ID": id },
  });
  return {
    offlinePartitions: metric("OfflinePartitionsCount", "offline partitions"),
    activeControllers: metric("ActiveControllerCount", "active controllers"),
    underMinIsr: ofAll("UnderMinIsrPartitionCount", "partitions with too few replicas to write"),
    underReplicated: ofAll("UnderReplicatedPartitions", "partitions with a replica behind"),
    refusedConnections: { ...ofAll("IAMTooManyConnections", "connections over the limit"), statistic: "Sum" },
    disk: (id: string) => ofOne("KafkaDataLogsDiskUsed", id),
    heap: (id: string) => ofOne("HeapMemoryAfterGC", id),
    cpuUser: (id: string) => ({ ...ofOne("CpuUser", id), statistic: "Average" as const }),
    cpuSystem: (id: string) => ({ ...ofOne("CpuSystem", id), statistic: "Average" as const }),
  } as const;
}
