/**
 * Metrics that the functions publish (CloudWatch embedded metric format, dimension `service`), by name.
 * Alarms and dashboards select them by these names.
 */
export const FUNCTION_METRICS = {
  Invocations: { unit: "Count", description: "Invocations that started." },
  Failures: { unit: "Count", description: "Invocations that failed: 0 or 1 each." },

  RecordsProduced: { unit: "Count", description: "Prices that the brokers acknowledged." },
  ProduceDuration: { unit: "Milliseconds", description: "Time until all replicas had the prices." },

  RecordsRead: { unit: "Count", description: "Aggregates that the consumer read." },
  RecordsInvalid: { unit: "Count", description: "Records read that break the contract." },
  RecordsBehind: {
    unit: "Count",
    description: "Records between the positions reached and the ends of the partitions.",
  },

  TopicsCreated: { unit: "Count", description: "Topics created." },
  TopicsChanged: { unit: "Count", description: "Topics that got partitions or configurations." },
  TopicsDeleted: { unit: "Count", description: "Topics deleted." },

  FeaturesStored: { unit: "Count", description: "Records that Feature Store accepted." },
  FeaturesRejected: {
    unit: "Count",
    description: "Records that can never be stored: malformed, or refused with a 4xx.",
  },
  FeaturesDeferred: { unit: "Count", description: "Records left to a retry: throttled, a 5xx, or out of time." },
  FeatureWriteDuration: { unit: "Milliseconds", description: "Time to store the batch." },
  FeatureLatency: { unit: "Seconds", description: "Age of the newest window when its features were stored." },

  FeatureRecordCount: { unit: "Count", description: "Tickers that have a record in the online store." },
  FeatureRecordsMissing: { unit: "Count", description: "Tickers that have none." },
  FeatureRecordsStale: { unit: "Count", description: "Tickers whose record is older than MAX_AGE_SECONDS." },
  FeatureAge: { unit: "Seconds", description: "Age of the oldest of the tickers' records." },
  FeatureCompleteness: { unit: "Percent", description: "Features present, of all features of all tickers." },
  FeatureDuplicates: { unit: "Count", description: "Surplus rows of the offline store in the last day." },
  OfflineRows: { unit: "Count", description: "Rows of the offline store in the last day." },
  OfflineCheckEnabled: { unit: "Count", description: "1 when the offline store is checked, else 0." },
  OfflineCheckFailed: { unit: "Count", description: "1 when the offline store could not be queried." },
} as const satisfies Record<string, { unit: "Count" | "Milliseconds" | "Seconds" | "Percent"; description: string }>;

/** Name of a metric of the functions. */
export type FunctionMetric = keyof typeof FUNCTION_METRICS;
