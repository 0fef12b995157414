import type { MetricSources } from "../metric";
import { flinkMetrics } from "../metrics/flink";
import type { Alarm, Limits } from "./alarm";
import { SOURCES } from "./sources";

/** Of the Flink job's checkpoints. */
export function checkpointAlarms(sources: MetricSources, limits: Limits): Record<string, Alarm> {
  const flink = flinkMetrics(sources);
  return {
    // One failure is worth a look, because a checkpoint that expires does so once an hour. It is no reason to wake somebody: while
    // checkpoints keep failing nothing is committed, and job-silent fires.
    "checkpoint-failing": {
      description:
        "A checkpoint failed. While checkpoints fail nothing is committed to Kafka, and a restart repeats work.",
      expression: "RATE(failed)",
      metrics: { failed: flink.failedCheckpoints },
      threshold: 0,
      minutes: 5,
      datapointsToAlarm: 1,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "the count of failed checkpoints rises",
        after: "5 to 10 minutes",
        falsely:
          "one checkpoint that a broker's restart, autoscaling or maintenance aborts; the next one makes up for it",
        uncertain:
          "If the count is reported only once it is over 0, the first failure has no point before it and RATE gives nothing: the second fires. That it is OK again does not say that the cause is gone.",
        source: SOURCES.flinkAlarms,
      },
    },
    "checkpoint-slow": {
      description: "A checkpoint takes more than half of the time between two: soon results come late.",
      metric: flink.checkpointDuration,
      threshold: limits.checkpointIntervalMs / 2,
      minutes: 1,
      datapointsToAlarm: 5,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "the last checkpoint took longer than half of `flink.checkpointIntervalMs`",
        after: "5 minutes; the metric keeps the last checkpoint's value until the next is complete",
        falsely: "one slow checkpoint, where the interval is 5 minutes or more",
        source: SOURCES.flinkAlarms,
      },
    },
  };
}
