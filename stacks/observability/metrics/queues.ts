import type { Metric } from "../metric";

/**
 * Invocations of a function that EventBridge Scheduler could not make and left in the function's queue
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html).
 */
export function missedInvocations(handler: string, queueName: string): Metric {
  return {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queueName },
    statistic: "Maximum",
    label: `missed invocations of ${handler}`,
  };
}
