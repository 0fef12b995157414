import type { Metric, MetricSources } from "../metric";

/**
 * Records that the pollers of feature-store gave up. They are of the group `EventCount`, which modules/kafka-event-source switches on
 * (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-mapping-metrics).
 */
export function eventSourceMetrics({ featureSourceId }: MetricSources) {
  const metric = (name: string, label: string): Metric => ({
    namespace: "AWS/Lambda",
    name,
    dimensions: { EventSourceMappingUUID: featureSourceId },
    statistic: "Sum",
    label,
  });
  return {
    keptInBucket: metric("OnFailureDestinationDeliveredEventCount", "records put into the failures bucket"),
    dropped: metric("DroppedEventCount", "records dropped"),
  } as const satisfies Record<string, Metric>;
}
