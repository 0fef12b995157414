import type { Reporters } from "../metric";
import type { Alarm } from "./alarm";

/**
 * Of provisioned brokers; MSK Serverless has none to watch
 * (https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html).
 */
export function brokerAlarms({ clusterName, brokerIds }: Reporters): Record<string, Alarm> {
  if (brokerIds.length === 0) return {};
  const cluster = { "Cluster Name": clusterName };
  const disks = brokerIds.map((id): [string, Alarm] => [
    `broker-${id}-disk`,
    {
      description: `The disk of broker ${id} is nearly full; a broker without space stops.`,
      metric: {
        namespace: "AWS/Kafka",
        name: "KafkaDataLogsDiskUsed",
        dimensions: { ...cluster, "Broker ID": id },
        statistic: "Maximum",
        label: `broker ${id}`,
      },
      threshold: 85,
      runbook: "broker-disk",
      minutes: 5,
      points: 2,
      silence: "notBreaching",
    },
  ]);
  return {
    ...Object.fromEntries(disks),
    "offline-partitions": {
      description: "Partitions have no leader: what is in them can be neither written nor read.",
      metric: {
        namespace: "AWS/Kafka",
        name: "OfflinePartitionsCount",
        dimensions: cluster,
        statistic: "Maximum",
        label: "offline partitions",
      },
      threshold: 0,
      minutes: 5,
      points: 1,
      silence: "notBreaching",
      pipelineDown: true,
    },
  };
}
