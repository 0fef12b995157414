/** A CloudWatch metric, as alarms and dashboards name it. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum" | "p95";
  readonly label: string;
}

/** What the pipeline's parts are called, where they report metrics. */
export interface Reporters {
  readonly clusterName: string;
  readonly topics: { readonly input: string; readonly output: string; readonly dlq: string };
  readonly groups: { readonly job: string; readonly features: string };
  readonly applicationName: string;
  readonly streamName: string;
  /** Names of functions, by handler. */
  readonly functions: Readonly<Record<string, string>>;
  /** Queues of missed invocations, by scheduled handler. */
  readonly missed: Readonly<Record<"producer" | "check-feature-store", string>>;
  /** Namespace of the functions' own metrics. */
  readonly namespace: string;
}
