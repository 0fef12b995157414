import { DeadLetterReason } from "../../../contracts/dead-letter";
import type { Metric, Reporters } from "../metric";

/**
 * The job as Managed Flink reports it (https://docs.aws.amazon.com/managed-flink/latest/java/metrics-dimensions.html), and what the
 * job itself counts (flink-job/README.md); counters only ever rise.
 */
export function flinkMetrics({ applicationName }: Reporters) {
  const metric = (name: string, statistic: Metric["statistic"], label: string): Metric => ({
    namespace: "AWS/KinesisAnalytics",
    name,
    dimensions: { Application: applicationName },
    statistic,
    label,
  });
  return {
    downtime: metric("downtime", "Maximum", "downtime (ms)"),
    uptime: metric("uptime", "Maximum", "uptime (ms)"),
    fullRestarts: metric("fullRestarts", "Maximum", "restarts"),
    failedCheckpoints: metric("numberOfFailedCheckpoints", "Maximum", "failed checkpoints"),
    checkpointDuration: metric("lastCheckpointDuration", "Maximum", "duration (ms)"),
    checkpointSize: metric("lastCheckpointSize", "Maximum", "size (bytes)"),
    cpu: metric("cpuUtilization", "Average", "CPU (%)"),
    heap: metric("heapMemoryUtilization", "Average", "heap (%)"),
    oldGenerationGcTime: metric("oldGenerationGCTime", "Maximum", "old generation GC (ms)"),
    threads: metric("threadsCount", "Maximum", "threads"),
    kpus: metric("KPUs", "Maximum", "KPUs"),
    recordsIn: metric("numRecordsInPerSecond", "Average", "records in"),
    recordsOut: metric("numRecordsOutPerSecond", "Average", "records out"),
    valid: metric("validRecords", "Maximum", "valid records"),
    late: metric("lateRecords", "Maximum", "late records"),
    preAggregation: metric("tradesPerPartialWindow", "Average", "trades a partial window"),
    windows: metric("windows", "Maximum", "windows closed"),
    watermarkLag: metric("watermarkLagMs", "Maximum", "event time behind the clock (ms)"),
    resultLatency: metric("resultLatencyMs", "Maximum", "window's end to its result (ms)"),
    readDelay: metric("readDelayMs", "Maximum", "record's time in the topic (ms)"),
    recordsLag: metric("records_lag_max", "Maximum", "records behind"),
  } as const satisfies Record<string, Metric>;
}

/** Late records are found by another operator, which counts them without a reason. */
const REFUSALS = DeadLetterReason.exclude(["late"]).options;

/**
 * Records that the job refused, a metric a reason: what Flink calls a group with a key is a dimension of its own in CloudWatch, and
 * a metric is found by all of its dimensions only (https://docs.aws.amazon.com/managed-flink/latest/java/monitoring-metrics-custom.html).
 */
export function refusalMetrics({ applicationName }: Reporters): Metric[] {
  return REFUSALS.map((reason) => ({
    namespace: "AWS/KinesisAnalytics",
    name: "invalidRecords",
    dimensions: { Application: applicationName, reason },
    statistic: "Maximum",
    label: reason,
  }));
}
