import type { Reporters } from "../metric";
import { flinkMetrics } from "../metrics/flink";
import { kafkaMetrics } from "../metrics/kafka";
import type { Alarm, Limits } from "./alarm";

/** Of the Flink job (https://docs.aws.amazon.com/managed-flink/latest/java/monitoring-metrics-alarms.html). */
export function jobAlarms(reporters: Reporters, limits: Limits): Record<string, Alarm> {
  const flink = flinkMetrics(reporters);
  const often = { minutes: 1, points: 5, silence: "notBreaching" } as const;
  return {
    "job-down": {
      description: "The Flink job is not running: no aggregates, and prices pile up in Kafka.",
      metric: flink.downtime,
      threshold: 0,
      minutes: 1,
      points: 3,
      silence: "breaching",
      pipelineDown: true,
    },
    "job-restarting": {
      description: "The Flink job restarts again and again.",
      expression: "RATE(restarts) * 60",
      metrics: { restarts: flink.fullRestarts },
      threshold: 0,
      minutes: 5,
      points: 3,
      silence: "notBreaching",
    },
    "checkpoint-failing": {
      description: "Checkpoints fail: nothing is committed to Kafka, and a restart repeats work.",
      expression: "RATE(failed)",
      metrics: { failed: flink.failedCheckpoints },
      threshold: 0,
      minutes: 5,
      points: 1,
      silence: "notBreaching",
      pipelineDown: true,
    },
    "checkpoint-slow": {
      description: "A checkpoint takes longer than the time between two: results come late.",
      metric: flink.checkpointDuration,
      threshold: limits.checkpointIntervalMs,
      ...often,
    },
    "job-cpu": {
      description: "The Flink job needs more CPU than it has; it will fall behind.",
      metric: flink.cpu,
      threshold: 80,
      ...often,
      points: 10,
    },
    "job-heap": {
      description: "The Flink job's heap is nearly full.",
      metric: flink.heap,
      threshold: 90,
      ...often,
    },
    "job-gc": {
      description: "The Flink job spends its time collecting garbage.",
      expression: "(gc * 100) / 60000",
      metrics: { gc: flink.oldGenerationGcTime },
      threshold: 60,
      ...often,
    },
    "job-silent": {
      description: "The Flink job writes no aggregates, although prices come every minute.",
      expression: "aggregates",
      metrics: { aggregates: kafkaMetrics(reporters).outputMessages },
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
      minutes: 5,
      points: 3,
      silence: "breaching",
      pipelineDown: true,
    },
  };
}
