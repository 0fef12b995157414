import type { Metric } from "../metric";

/** When an alarm rings; periods are whole minutes. */
interface Condition {
  /** What is wrong when it rings, and what it means for users. */
  readonly description: string;
  readonly threshold: number;
  /** Default: GreaterThanThreshold. */
  readonly comparison?: "GreaterThanThreshold" | "LessThanOrEqualToThreshold" | "LessThanThreshold";
  /** Minutes of a data point. */
  readonly minutes: number;
  /** Data points in a row that must be over the threshold. */
  readonly points: number;
  /** What silence means: trouble, all well, or nothing. */
  readonly silence: "breaching" | "notBreaching" | "ignore";
  /** Section of docs/ALERT_RUNBOOKS.md. Default: the alarm's name. */
  readonly runbook?: string;
  /** Whether it makes the whole pipeline count as unhealthy. */
  readonly pipelineDown?: true;
}

/** An alarm on one metric. */
export interface MetricAlarm extends Condition {
  readonly metric: Metric;
}

/** An alarm on an expression over metrics, by their ids in it. */
export interface MathAlarm extends Condition {
  readonly expression: string;
  readonly metrics: Readonly<Record<string, Metric>>;
}

export type Alarm = MetricAlarm | MathAlarm;

/** What the alarms depend on beside the names of those who report. */
export interface Limits {
  readonly checkpointIntervalMs: number;
  readonly bufferSeconds: number;
  readonly consumerLagRecords: number;
  readonly featureAgeSeconds: number;
}
