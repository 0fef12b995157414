import type { EmulatorClient } from "./client";

/** One point of a metric. */
export interface Datum {
  readonly MetricName: string;
  readonly Value: number;
  readonly Unit: "Count" | "Seconds";
  readonly Dimensions: readonly { readonly Name: string; readonly Value: string }[];
}

/** Writes CloudWatch metrics. */
export class CloudWatchMetrics {
  constructor(private readonly client: EmulatorClient) {}

  /** Adds points, dated now, to a namespace. */
  async put(Namespace: string, MetricData: readonly Datum[]): Promise<void> {
    if (MetricData.length === 0) return;
    await this.client.json("monitoring", "GraniteServiceVersion20100801.PutMetricData", { Namespace, MetricData });
  }
}
