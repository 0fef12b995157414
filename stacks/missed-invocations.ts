import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { SqsQueuePolicy } from "@cdktf/provider-aws/lib/sqs-queue-policy";
import type { Construct } from "constructs";

/** The longest that SQS keeps a message (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html). */
const RETENTION_SECONDS = 14 * 24 * 3600;

/** ARN of a new queue for invocations that EventBridge Scheduler could not make; it takes TLS only. */
export function createMissedInvocationsQueue(scope: Construct, name: string, id = "missed_invocations"): string {
  const queue = new SqsQueue(scope, id, {
    name,
    sqsManagedSseEnabled: true,
    messageRetentionSeconds: RETENTION_SECONDS,
  });
  const tlsOnly = new DataAwsIamPolicyDocument(scope, `${id}_tls`, {
    statement: [
      {
        sid: "TlsOnly",
        effect: "Deny",
        actions: ["sqs:*"],
        resources: [queue.arn],
        principals: [{ type: "*", identifiers: ["*"] }],
        condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
      },
    ],
  });
  new SqsQueuePolicy(scope, `${id}_policy`, { queueUrl: queue.url, policy: tlsOnly.json });
  return queue.arn;
}
