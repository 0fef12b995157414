import type { MetricSources } from "../metric";
import { flinkMetrics } from "../metrics/flink";
import type { Alarm } from "./alarm";
import { SOURCES } from "./sources";

/** Of what the Flink job uses: the fullest task manager counts. */
export function jobResourceAlarms(sources: MetricSources): Record<string, Alarm> {
  const flink = flinkMetrics(sources);
  const often = { minutes: 1, datapointsToAlarm: 5, treatMissingData: "notBreaching" } as const;
  return {
    "job-cpu": {
      description: "A task manager of the Flink job needs more CPU than it has; the job will fall behind.",
      metric: flink.cpu,
      threshold: 80,
      ...often,
      datapointsToAlarm: 10,
      evidence: {
        fires: "the JVM of one task manager uses more than 80 % in each of ten minutes",
        after: "10 minutes; not at this load",
        falsely: "while the job catches up; autoscaling then acts at 75 % of containerCPUUtilization for 15 minutes",
        source: SOURCES.flinkAlarms,
      },
    },
    "job-heap": {
      description: "The heap of a task manager of the Flink job is nearly full.",
      metric: flink.heap,
      threshold: 90,
      ...often,
      evidence: {
        fires: "the heap is more than 90 % used in each of five minutes",
        after: "5 minutes; not at this load",
        falsely: "possible: what could be collected counts as used",
        source: SOURCES.flinkAlarms,
      },
    },
    "job-memory": {
      description: "A task manager of the Flink job nearly fills its container: it will be killed and restarted.",
      metric: flink.containerMemory,
      threshold: 85,
      ...often,
      evidence: {
        fires: "heap, RocksDB's memory and everything else of a container are over 85 %",
        after: "5 minutes; not at this load",
        falsely: "possible: RocksDB takes the memory that it is given, and keeps it",
        uncertain:
          "How much of the container a healthy job with RocksDB uses on Managed Flink: look at the graph in the first week.",
        source: SOURCES.flinkMetrics,
      },
    },
    "job-gc": {
      description: "The Flink job spends its time collecting garbage.",
      expression: "RATE(gc) / 10",
      metrics: { gc: flink.oldGenerationGcTime },
      threshold: 60,
      ...often,
      evidence: {
        fires: "collecting the old generation takes more than 60 % of each of five minutes",
        after: "5 to 6 minutes; not at this load",
        falsely: "no",
        uncertain:
          "AWS calls the metric the total time, as Flink's own is, so that its growth counts. AWS's example divides the metric itself by a minute, as if it began again each minute: then this alarm sees only time that grows, and job-heap and job-cpu fire.",
        source: SOURCES.flinkAlarms,
      },
    },
  };
}
