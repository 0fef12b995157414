import { DeadLetterReason } from "../../../contracts/dead-letter";
import type { Metric, MetricSources } from "../metric";

/** Snapshots of each metric (https://docs.aws.amazon.com/managed-flink/latest/java/metrics-dimensions.html). */
const SAMPLES_PER_MINUTE = 4;

/**
 * The job as Managed Flink reports it (https://docs.aws.amazon.com/managed-flink/latest/java/metrics-dimensions.html), and what the
 * job itself counts (flink-job/README.md); counters only ever rise. Every subtask sends four samples a minute, so that the application's figure is
 * the Sum of a minute divided by four.
 */
export function flinkMetrics({ applicationName }: MetricSources) {
  const metric = (name: string, statistic: Metric["statistic"], label: string): Metric => ({
    namespace: "AWS/KinesisAnalytics",
    name,
    dimensions: { Application: applicationName },
    statistic,
    label,
  });
  const ofAllSubtasks = (name: string, label: string): Metric => ({
    ...metric(name, "Sum", label),
    samplesPerMinute: SAMPLES_PER_MINUTE,
  });
  return {
    downtime: metric("downtime", "Maximum", "downtime (ms)"),
    uptime: metric("uptime", "Maximum", "uptime (ms)"),
    fullRestarts: metric("fullRestarts", "Maximum", "restarts"),
    failedCheckpoints: metric("numberOfFailedCheckpoints", "Maximum", "failed checkpoints"),
    checkpointDuration: metric("lastCheckpointDuration", "Maximum", "duration (ms)"),
    checkpointSize: metric("lastCheckpointSize", "Maximum", "size (bytes)"),
    // A sample for each task manager: the Average would hide the one that is full.
    cpu: metric("cpuUtilization", "Maximum", "JVM's CPU (%)"),
    containerCpu: metric("containerCPUUtilization", "Maximum", "CPU (%)"),
    heap: metric("heapMemoryUtilization", "Maximum", "heap (%)"),
    containerMemory: metric("containerMemoryUtilization", "Maximum", "memory (%)"),
    containerDisk: metric("containerDiskUtilization", "Maximum", "disk (%)"),
    oldGenerationGcTime: metric("oldGenerationGCTime", "Maximum", "old generation GC (ms)"),
    threads: metric("threadsCount", "Maximum", "threads"),
    kpus: { ...metric("KPUs", "Maximum", "KPUs"), period: 3600 },
    recordsIn: ofAllSubtasks("numRecordsInPerSecond", "records in"),
    recordsOut: ofAllSubtasks("numRecordsOutPerSecond", "records out"),
    valid: ofAllSubtasks("validRecords", "valid records"),
    late: ofAllSubtasks("lateRecords", "late records"),
    preAggregation: metric("tradesPerPartialWindow", "Average", "trades a partial window"),
    windows: ofAllSubtasks("windows", "windows closed"),
    watermarkLag: metric("watermarkLagMs", "Maximum", "event time behind the clock (ms)"),
    resultLatency: metric("resultLatencyMs", "Maximum", "window's end to its result (ms)"),
    readDelay: metric("readDelayMs", "Maximum", "record's time in the topic (ms)"),
    recordsLag: metric("records_lag_max", "Maximum", "records behind"),
  } as const satisfies Record<string, Metric>;
}

/** Late records are found by another operator, which counts them without a reason. */
const REFUSALS = DeadLetterReason.exclude(["late"]).options;

/**
 * Records that the job refused, one metric per reason: what Flink calls a group with a key is a dimension of its own in CloudWatch, and
 * a metric is found by all of its dimensions only (https://docs.aws.amazon.com/managed-flink/latest/java/monitoring-metrics-custom.html).
 */
export function refusalMetrics({ applicationName }: MetricSources): Metric[] {
  return REFUSALS.map((reason) => ({
    namespace: "AWS/KinesisAnalytics",
    name: "invalidRecords",
    dimensions: { Application: applicationName, reason },
    statistic: "Sum",
    samplesPerMinute: SAMPLES_PER_MINUTE,
    label: reason,
  }));
}
