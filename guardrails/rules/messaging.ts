import type { Model } from "../model";
import type { Resource } from "../resource";
import { isSet, type Rule } from "../rule";
import { denies } from "./statements";

/** Whether a policy document that names `resource` refuses requests without TLS. */
function refusesPlainHttp(resource: Resource, model: Model): boolean {
  return model
    .inStackOf(resource, "data.aws_iam_policy_document")
    .some(({ body }) => JSON.stringify(body).includes(`${resource.address}.`) && denies(body, "aws:SecureTransport"));
}

/** Keys, topics and queues. */
export const messagingRules: readonly Rule[] = [
  {
    id: "key-rotation",
    types: ["aws_kms_key"],
    requirement: "must rotate",
    counterparts: ["AwsSolutions-KMS5"],
    check: ({ body }) => body.enable_key_rotation === true,
  },
  {
    id: "topic-encrypted",
    types: ["aws_sns_topic"],
    requirement: "must be encrypted with a KMS key of the project: CloudWatch cannot use AWS's own",
    counterparts: ["NIST.800.53.R5-SNSEncryptedKMS"],
    check: ({ body }) => isSet(body.kms_master_key_id),
  },
  {
    id: "topic-tls-only",
    types: ["aws_sns_topic"],
    requirement: "must refuse messages without TLS",
    counterparts: ["AwsSolutions-SNS3"],
    check: refusesPlainHttp,
  },
  {
    id: "queue-encrypted",
    types: ["aws_sqs_queue"],
    requirement: "must be encrypted",
    counterparts: ["AwsSolutions-SQS2"],
    check: ({ body }) => isSet(body.kms_master_key_id) || body.sqs_managed_sse_enabled === true,
  },
  {
    id: "queue-dead-letters",
    types: ["aws_sqs_queue"],
    requirement: "must have a dead-letter queue, unless it is one",
    counterparts: ["AwsSolutions-SQS3"],
    check: (queue, model) => {
      const targets = model.inEnvironment(queue, "aws_scheduler_schedule").map(({ body }) => JSON.stringify(body));
      return isSet(queue.body.redrive_policy) || targets.some((text) => text.includes(`${queue.address}.arn`));
    },
  },
  {
    id: "queue-tls-only",
    types: ["aws_sqs_queue"],
    requirement: "must refuse messages without TLS",
    counterparts: ["AwsSolutions-SQS4"],
    check: refusesPlainHttp,
  },
];
