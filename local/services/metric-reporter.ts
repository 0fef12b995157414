import type { CloudWatchMetrics, Datum } from "./emulator/metrics";
import type { DeliveryFigures } from "./firehose/delivery";
import { log, reason } from "./log";
import type { KafkaFigures } from "./status";

/** Figures that the metrics are made from. */
export interface MetricSources {
  readonly firehose: () => Record<string, DeliveryFigures>;
  readonly kafka: () => Promise<KafkaFigures>;
  /** Names of the clusters: one broker stands behind all of them. */
  readonly clusters: () => readonly string[];
}

const dimensions = (values: Record<string, string>) => Object.entries(values).map(([Name, Value]) => ({ Name, Value }));

/** Writes the metrics that AWS's services write and the laptop's alarms and dashboards look at. */
export class MetricReporter {
  private reported: Record<string, Pick<DeliveryFigures, "delivered" | "failedConversions">> = {};

  constructor(
    private readonly metrics: Pick<CloudWatchMetrics, "put">,
    private readonly sources: MetricSources,
  ) {}

  /** Reports once. A failure is logged only: the next report counts what this one could not. */
  async report(): Promise<void> {
    try {
      await this.reportFirehose();
      await this.metrics.put("AWS/Kafka", this.lags(await this.sources.kafka()));
    } catch (error) {
      log("warn", "metrics were not written", { detail: reason(error) });
    }
  }

  /** https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-metrics.html */
  private async reportFirehose(): Promise<void> {
    const figures = structuredClone(this.sources.firehose());
    const data = Object.entries(figures).flatMap(([stream, now]): Datum[] => {
      const before = this.reported[stream] ?? { delivered: 0, failedConversions: 0 };
      const delivered = now.delivered - before.delivered;
      const failed = now.failedConversions - before.failedConversions;
      const count = (MetricName: string, Value: number): Datum => ({
        MetricName,
        Value,
        Unit: "Count",
        Dimensions: dimensions({ DeliveryStreamName: stream }),
      });
      const freshness = now.freshnessSeconds;
      return [
        count("DataReadFromSource.Records", delivered + failed),
        count("DeliveryToS3.Records", delivered),
        count("FailedConversion.Records", failed),
        count("DeliveryToS3.Success", now.lastError ? 0 : 1),
        ...(freshness === undefined
          ? []
          : [{ ...count("DeliveryToS3.DataFreshness", freshness), Unit: "Seconds" as const }]),
      ];
    });
    await this.metrics.put("AWS/Firehose", data);
    this.reported = figures;
  }

  /** https://docs.aws.amazon.com/msk/latest/developerguide/consumer-lag.html */
  private lags({ lags }: KafkaFigures): Datum[] {
    return this.sources.clusters().flatMap((cluster) =>
      Object.entries(lags).flatMap(([group, topics]) =>
        Object.entries(topics).map(
          ([topic, lag]): Datum => ({
            MetricName: "SumOffsetLag",
            Value: lag,
            Unit: "Count",
            Dimensions: dimensions({ "Cluster Name": cluster, "Consumer Group": group, Topic: topic }),
          }),
        ),
      ),
    );
  }
}
