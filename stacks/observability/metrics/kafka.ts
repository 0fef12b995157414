import type { Metric, MetricSources } from "../metric";

/**
 * Kafka as MSK reports it. A topic's figures come per partition with MSK Serverless, so that their statistic Sum is the topic's
 * (https://docs.aws.amazon.com/msk/latest/developerguide/serverless-monitoring.html), and per broker otherwise: there they have
 * the dimensions Cluster Name, Broker ID and Topic, and no others
 * (https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html).
 */
export function kafkaMetrics({ clusterName, brokerIds, topics, groups }: MetricSources) {
  const parts = brokerIds.length > 0 ? brokerIds.map((id) => ({ "Broker ID": id })) : [{}];
  const topic = (name: string, topicName: string, label: string): Metric => ({
    namespace: "AWS/Kafka",
    name,
    dimensions: { "Cluster Name": clusterName, Topic: topicName },
    parts,
    statistic: "Sum",
    label,
  });
  const lag = (name: string, group: string, topicName: string, label: string): Metric => ({
    namespace: "AWS/Kafka",
    name,
    dimensions: { "Cluster Name": clusterName, "Consumer Group": group, Topic: topicName },
    statistic: "Maximum",
    label,
  });
  return {
    inputMessages: topic("MessagesInPerSec", topics.input, "prices"),
    outputMessages: topic("MessagesInPerSec", topics.output, "aggregates"),
    deadLetters: topic("MessagesInPerSec", topics.dlq, "dead letters"),
    inputBytesIn: topic("BytesInPerSec", topics.input, "prices in"),
    inputBytesOut: topic("BytesOutPerSec", topics.input, "prices out"),
    outputBytesIn: topic("BytesInPerSec", topics.output, "aggregates in"),
    outputBytesOut: topic("BytesOutPerSec", topics.output, "aggregates out"),
    deadLetterBytesIn: topic("BytesInPerSec", topics.dlq, "dead letters in"),
    jobLag: lag("SumOffsetLag", groups.job, topics.input, "job"),
    jobLagTime: lag("EstimatedMaxTimeLag", groups.job, topics.input, "job"),
    featuresLag: lag("SumOffsetLag", groups.features, topics.output, "features"),
    featuresLagTime: lag("EstimatedMaxTimeLag", groups.features, topics.output, "features"),
  } as const satisfies Record<string, Metric>;
}
