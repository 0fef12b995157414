import type { Metric } from "../metric";

/** How far an alarm can be trusted; docs/OBSERVABILITY.md shows it, with what AWS has yet to document. */
export interface Evidence {
  /** What makes it fire. */
  readonly fires: string;
  /** How long after that, with the producer's default load: 100 prices and 4 aggregates a minute. */
  readonly after: string;
  /** What makes it fire although nothing is wrong, or "no". */
  readonly falsely: string;
  /** What no page of AWS answers: to be seen on the first deployment. */
  readonly uncertain?: string;
  /** AWS's page on the metric. */
  readonly source: string;
}

/** When an alarm fires; periods are whole minutes. */
interface Condition {
  /** What is wrong when it fires, and what it means for users. */
  readonly description: string;
  readonly threshold: number;
  /** Default: GreaterThanThreshold. */
  readonly comparison?: "GreaterThanThreshold" | "LessThanOrEqualToThreshold" | "LessThanThreshold";
  /** Minutes of a data point. */
  readonly minutes: number;
  /** Data points that must be over the threshold. */
  readonly datapointsToAlarm: number;
  /** Newest data points that are looked at. Default: as many as `datapointsToAlarm`, all of which must then be over it. */
  readonly evaluationPeriods?: number;
  readonly treatMissingData: "breaching" | "notBreaching" | "ignore";
  /** Section of docs/ALERT_RUNBOOKS.md. Default: the alarm's name. */
  readonly runbook?: string;
  /** Whether it makes the whole pipeline count as unhealthy. */
  readonly pipelineDown?: true;
  readonly evidence: Evidence;
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

/** What the alarms depend on in addition to the names of those who report. */
export interface Limits {
  readonly checkpointIntervalMs: number;
  readonly bufferSeconds: number;
  readonly jobLagRecords: number;
  readonly featuresLagRecords: number;
  readonly featureAgeSeconds: number;
}
