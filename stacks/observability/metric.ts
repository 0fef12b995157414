import type { FunctionName } from "../../handlers/functions";

/** A CloudWatch metric, as alarms and dashboards name it. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum" | "p95" | "p99";
  readonly label: string;
  /** Seconds of a data point on dashboards, where AWS reports less often than each minute. */
  readonly period?: number;
  /** Samples that each subtask sends a minute: the Sum of a period counts the same figure so many times a minute. */
  readonly samplesPerMinute?: number;
  /** Further dimensions, one set per part, where AWS may report the metric in parts: their sum is meant. */
  readonly parts?: readonly Readonly<Record<string, string>>[];
}

/** Names of what reports metrics. */
export interface MetricSources {
  readonly clusterName: string;
  /** IDs of the cluster's brokers; none with MSK Serverless, which reports none. */
  readonly brokerIds: readonly string[];
  readonly topics: { readonly input: string; readonly output: string; readonly dlq: string };
  readonly groups: { readonly job: string; readonly features: string };
  readonly applicationName: string;
  readonly streamName: string;
  /** Names of functions, by handler. */
  readonly functions: Readonly<Record<FunctionName, string>>;
  /** Queues of missed invocations, by handlers that have a schedule in the environment. */
  readonly missed: Readonly<Partial<Record<FunctionName, string>>>;
  /** UUID of the event source mapping that feeds feature-store. */
  readonly featureSourceId: string;
  /** Namespace of the functions' own metrics. */
  readonly namespace: string;
}
