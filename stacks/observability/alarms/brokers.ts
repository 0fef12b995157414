import type { Kafka } from "../../../envs/schema/kafka";
import type { Reporters } from "../metric";
import type { Alarm } from "./alarm";

/**
 * Of provisioned brokers; MSK Serverless has none to watch
 * (https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html).
 */
export function brokerAlarms({ clusterName }: Reporters, kafka: Kafka): Record<string, Alarm> {
  if (kafka.mode === "serverless") return {};
  const cluster = { "Cluster Name": clusterName };
  const disks = Array.from({ length: kafka.brokerCount }, (_, index): [string, Alarm] => [
    `broker-${index + 1}-disk`,
    {
      description: `The disk of broker ${index + 1} is nearly full; a broker without space stops.`,
      metric: {
        namespace: "AWS/Kafka",
        name: "KafkaDataLogsDiskUsed",
        dimensions: { ...cluster, "Broker ID": String(index + 1) },
        statistic: "Maximum",
        label: `broker ${index + 1}`,
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
