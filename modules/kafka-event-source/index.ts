import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LambdaEventSourceMapping } from "@cdktf/provider-aws/lib/lambda-event-source-mapping";
import { Construct } from "constructs";
import * as z from "zod";
import { TOPIC_NAME, TOPIC_NAME_RULE } from "../../contracts/topic-name";
import { arn } from "../../module-kit/arn";
import { atMost } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { precondition } from "../../module-kit/precondition";
import { text } from "../../module-kit/text";
import { functionName } from "../function/name";
import { KafkaAccess } from "../kafka-access";
import { roleName } from "../service-role/inputs";
import { pollerPolicy } from "./policies";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9+=,.@_-]{1,100}$/, "be 1 to 100 of a-z, A-Z, 0-9 and +=,.@_-").describe(
    "Prefix of the names of the policies attached to the function's role.",
  ),
  functionName: functionName.describe("Name of the function that receives the batches."),
  roleName: roleName.describe("Name of the function's role; the pollers use it."),
  clusterArn: arn("kafka:cluster").describe(
    "ARN of the MSK cluster; port 9098 must be open within its security groups.",
  ),
  topic: text(
    TOPIC_NAME,
    `be a Kafka topic name: ${TOPIC_NAME_RULE}; Lambda takes those of 2 or more that do not begin with a dot`,
  )
    .min(2)
    .regex(/^[^.]/, { error: "must not begin with a dot" })
    .describe("Topic to read."),
  consumerGroupId: text(
    /^[a-zA-Z0-9._-]{1,200}$/,
    "be 1 to 200 of a-z, A-Z, 0-9, dot, underscore and hyphen; MSK reports no lag for one with a colon",
  ).describe("Consumer group; it cannot change, and a recreated mapping continues where the group stopped."),
  startingPosition: z
    .enum(["TRIM_HORIZON", "LATEST"])
    .default("TRIM_HORIZON")
    .describe("Where a group that has no offsets yet begins."),
  batchSize: z.int().min(1).max(10_000).default(100).describe("Records a batch has at most."),
  batchingWindowSeconds: z.int().min(0).max(300).default(1).describe("Seconds a batch is waited for."),
  minimumPollers: z.int().min(1).max(200).default(1).describe("Provisioned pollers kept running (about 5 MB/s each)."),
  maximumPollers: z.int().min(1).max(2000).default(2).describe("Provisioned pollers at most."),
  maximumRetryAttempts: z.int().min(0).max(10_000).default(3).describe("Times a failed batch is tried again."),
  maximumRecordAgeSeconds: z
    .int()
    .min(60)
    .max(604_800)
    .default(86_400)
    .describe("Seconds after which a record is not tried any more."),
  bisect: z.boolean().default(true).describe("Whether a failed batch is split in two before it is tried again."),
  onFailureBucketArn: arn("s3:bucket").describe(
    "ARN of the bucket for batches that were given up, with their records and the error.",
  ),
  onFailureKmsKeyArn: arn("kms:key").describe("ARN of the KMS key that encrypts that bucket."),
  enabled: z.boolean().default(true).describe("Whether the topic is read."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * An event source mapping from an MSK topic to a function, and the rights its pollers need on the function's role.
 *
 * The pollers are provisioned: on-demand ones retry without end, cannot split a batch, and need egress from the
 * cluster's subnets to Lambda and STS. Finite retries then end in the bucket, so that no record is lost or blocks others.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/msk-esm-parameters.html
 */
export class KafkaEventSource extends Construct {
  private readonly mapping: LambdaEventSourceMapping;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const access = new KafkaAccess(this, "access", {
      name: `${p.name}-read`,
      clusterArn: p.clusterArn,
      readTopics: [p.topic],
      groups: [p.consumerGroupId],
      tags: p.tags,
    });
    const poller = new IamPolicy(this, "poller", {
      name: `${p.name}-poll`,
      policy: pollerPolicy(this, "poller_document", p).json,
      tags: p.tags,
    });
    const attach = (kind: string, policyArn: string) =>
      new IamRolePolicyAttachment(this, `attach_${kind}`, { role: p.roleName, policyArn });

    this.mapping = new LambdaEventSourceMapping(this, "this", {
      functionName: p.functionName,
      eventSourceArn: p.clusterArn,
      topics: [p.topic],
      amazonManagedKafkaEventSourceConfig: { consumerGroupId: p.consumerGroupId },
      startingPosition: p.startingPosition,
      batchSize: p.batchSize,
      maximumBatchingWindowInSeconds: p.batchingWindowSeconds,
      provisionedPollerConfig: { minimumPollers: p.minimumPollers, maximumPollers: p.maximumPollers },
      functionResponseTypes: ["ReportBatchItemFailures"],
      bisectBatchOnFunctionError: p.bisect,
      maximumRetryAttempts: p.maximumRetryAttempts,
      maximumRecordAgeInSeconds: p.maximumRecordAgeSeconds,
      // Counts what was given up. Off by default: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html#event-source-mapping-metrics
      metricsConfig: { metrics: ["EventCount"] },
      destinationConfig: { onFailure: { destinationArn: p.onFailureBucketArn } },
      enabled: p.enabled,
      tags: p.tags,
      lifecycle: precondition(
        this,
        "minimum_pollers must be at most maximum_pollers.",
        atMost(p.minimumPollers, p.maximumPollers),
      ),
      // Lambda tries the role when the mapping is made.
      dependsOn: [attach("read", access.policyArn), attach("poll", poller.arn)],
    });
  }

  get mappingUuid(): string {
    return this.mapping.uuid;
  }
}

export const kafkaEventSourceModule = defineModule({
  name: "kafka-event-source",
  description: "An MSK topic as the event source of a Lambda function, with finite retries and a failure bucket.",
  inputs,
  construct: KafkaEventSource,
  outputs: {
    mappingUuid: { description: "UUID of the event source mapping.", value: (m) => m.mappingUuid },
  },
});
