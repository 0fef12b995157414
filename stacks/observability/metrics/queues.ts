import type { Metric, Reporters } from "../metric";

/**
 * Invocations of a function that EventBridge Scheduler could not make and left in the function's queue
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html).
 */
export function missedInvocations({ missed }: Reporters, handler: keyof Reporters["missed"]): Metric {
  return {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: missed[handler] },
    statistic: "Maximum",
    label: `missed invocations of ${handler}`,
  };
}
