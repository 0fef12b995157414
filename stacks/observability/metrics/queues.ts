import type { ScheduledFunction } from "../../../handlers/functions";
import type { Metric, MetricSources } from "../metric";

/**
 * Invocations of a function that EventBridge Scheduler could not make and left in the function's queue
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html).
 *
 * @returns undefined where the function has no schedule in the environment
 */
export function missedInvocationsMetric({ missed }: MetricSources, handler: ScheduledFunction): Metric | undefined {
  const queue = missed[handler];
  if (queue === undefined) return undefined;
  return {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queue },
    statistic: "Maximum",
    label: `missed invocations of ${handler}`,
  };
}
