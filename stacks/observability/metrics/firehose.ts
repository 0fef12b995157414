import type { Metric, MetricSources } from "../metric";

/** Delivery to the lake (https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html). */
export function firehoseMetrics({ streamName }: MetricSources) {
  const metric = (name: string, statistic: Metric["statistic"], label: string): Metric => ({
    namespace: "AWS/Firehose",
    name,
    dimensions: { DeliveryStreamName: streamName },
    statistic,
    label,
  });
  return {
    lag: metric("KafkaOffsetLag", "Maximum", "records behind"),
    recordsRead: metric("DataReadFromSource.Records", "Sum", "records read"),
    bytesRead: metric("DataReadFromSource.Bytes", "Sum", "bytes read"),
    backpressured: metric("DataReadFromSource.Backpressured", "Maximum", "backpressured"),
    failedValidation: metric("FailedValidation.Records", "Sum", "failed validation"),
    failedConversion: metric("FailedConversion.Records", "Sum", "failed conversion"),
    converted: metric("SucceedConversion.Records", "Sum", "converted"),
    freshness: metric("DeliveryToS3.DataFreshness", "Maximum", "age of the oldest record (s)"),
    delivered: metric("DeliveryToS3.Records", "Sum", "records delivered"),
    success: metric("DeliveryToS3.Success", "Average", "share of successful puts"),
  } as const satisfies Record<string, Metric>;
}
