import type { MetricSources } from "../metric";
import { brokerMetrics } from "../metrics/brokers";
import type { Alarm } from "./alarm";
import { eachBrokersAlarms } from "./each-broker";
import { SOURCES } from "./sources";

/**
 * Of provisioned brokers; MSK Serverless has none to watch. A rolling update takes a broker away for 5 to 15 minutes, one after another
 * (https://docs.aws.amazon.com/msk/latest/developerguide/maintenance-events.html).
 */
export function brokerAlarms(sources: MetricSources): Record<string, Alarm> {
  if (sources.brokerIds.length === 0) return {};
  const metrics = brokerMetrics(sources);
  const soon = { minutes: 5, datapointsToAlarm: 1, treatMissingData: "notBreaching" } as const;
  return {
    ...eachBrokersAlarms(sources),
    "offline-partitions": {
      description: "Partitions have no leader: what is in them can be neither written nor read.",
      metric: metrics.offlinePartitions,
      threshold: 0,
      ...soon,
      pipelineDown: true,
      evidence: {
        fires: "every replica of a partition is away",
        after: "5 minutes",
        falsely: "no: maintenance takes one broker at a time, and topics have two replicas or three",
        source: SOURCES.mskMetrics,
      },
    },
    "under-min-isr": {
      description: "Partitions have too few replicas in sync: writes to them fail.",
      expression: "partitions",
      metrics: { partitions: metrics.underMinIsr },
      threshold: 0,
      ...soon,
      datapointsToAlarm: 2,
      pipelineDown: true,
      evidence: {
        fires: "fewer replicas than min.insync.replicas are in sync, in two periods in a row",
        after: "10 minutes",
        falsely: "no: maintenance leaves as many as are needed",
        source: SOURCES.mskMetrics,
      },
    },
    "under-replicated": {
      description: "Partitions have had a replica that is behind, for an hour: one failure more may stop writes.",
      expression: "partitions",
      metrics: { partitions: metrics.underReplicated },
      threshold: 0,
      ...soon,
      datapointsToAlarm: 12,
      evidence: {
        fires: "a broker is away, or cannot keep up, for an hour",
        after: "60 minutes",
        falsely:
          "a rolling update of more than an hour: 15 minutes per broker at most, so four brokers may take as long",
        source: SOURCES.mskMetrics,
      },
    },
    "iam-connections": {
      description: "Brokers refuse new IAM connections: clients open more than 100 a second on one broker.",
      expression: "refused",
      metrics: { refused: metrics.refusedConnections },
      threshold: 0,
      ...soon,
      evidence: {
        fires: "a client connects again and again, or too many start at once",
        after: "5 minutes",
        falsely: "possible when all functions start at once after a deployment",
        source: SOURCES.mskMetrics,
      },
    },
    "active-controller": {
      description: "The cluster has no controller: no partition gets a new leader, no topic can change.",
      metric: metrics.activeControllers,
      comparison: "LessThanThreshold",
      threshold: 1,
      ...soon,
      evidence: {
        fires: "no broker is the controller for a whole period",
        after: "5 minutes",
        falsely: "no: an election takes seconds",
        uncertain:
          "Whether clusters with KRaft, whose controllers are AWS's own, always report the metric. Missing data is not breaching.",
        source: SOURCES.mskMetrics,
      },
    },
  };
}
