import { CloudwatchLogMetricFilter } from "@cdktf/provider-aws/lib/cloudwatch-log-metric-filter";
import type { Construct } from "constructs";
import type { Metric } from "./metric";

/**
 * What Flink's KafkaCommitter logs, as an error, when a transaction cannot be committed because the brokers have aborted it; the job continues.
 * The committer's own metrics do not reach CloudWatch: Managed Flink sends a fixed set, and what the job adds to the group `kinesisanalytics`
 * (https://docs.aws.amazon.com/managed-flink/latest/java/metrics-dimensions.html).
 */
export const LOST_OUTPUT_LOG = "Unable to commit transaction";

/** Transactions whose records are lost, one for each sink and subtask. */
export const lostOutputMetric = (namespace: string): Metric => ({
  namespace,
  name: "LostTransactions",
  dimensions: {},
  statistic: "Sum",
  label: "transactions that could not be committed",
});

/**
 * Counts these lines in the job's log group. A phrase in quotes matches anywhere in a line, whatever its format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
 */
export function countLostOutput(scope: Construct, logGroupName: string, namespace: string): void {
  const { name } = lostOutputMetric(namespace);
  new CloudwatchLogMetricFilter(scope, "lost_output", {
    name: `${namespace}-lost-output`,
    logGroupName,
    pattern: `"${LOST_OUTPUT_LOG}"`,
    metricTransformation: { namespace, name, value: "1", defaultValue: "0", unit: "Count" },
  });
}
