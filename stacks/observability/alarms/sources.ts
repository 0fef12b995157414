/** AWS's pages on the metrics that alarms look at. */
export const SOURCES = {
  firehose: "https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html",
  flinkAlarms: "https://docs.aws.amazon.com/managed-flink/latest/java/monitoring-metrics-alarms.html",
  flinkMetrics: "https://docs.aws.amazon.com/managed-flink/latest/java/metrics-dimensions.html",
  lag: "https://docs.aws.amazon.com/msk/latest/developerguide/consumer-lag.html",
  lambda: "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html",
  mskMetrics: "https://docs.aws.amazon.com/msk/latest/developerguide/metrics-details.html",
  ownMetrics:
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html",
  queues:
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html",
} as const;
