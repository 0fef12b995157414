import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { bucketName, prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { Bucket } from "../../modules/bucket";
import type { NodeFunction } from "../../modules/function";
import { KafkaAccess } from "../../modules/kafka-access";
import type { LakeStack } from "../lake";
import { createFunction, type FunctionContext } from "../pipeline-function";
import type { StreamingStack } from "../streaming";

/** Files are only on their way in the bucket. */
const EXPIRE_DAYS = 1;

/** The function behind `npm run replay`: what it reads and publishes comes and goes as files in a bucket of its own. */
export function createReplayFunction(
  scope: Construct,
  context: FunctionContext,
  streaming: StreamingStack,
  { key, accessLogs }: LakeStack,
): NodeFunction {
  const { environment } = context;
  const { input, dlq } = environment.kafka.topics;
  const name = `${prefix(environment)}-replay`;
  const exchange = new Bucket(scope, "replay_files", {
    bucketName: bucketName(environment, "replay"),
    kmsKeyArn: key.keyArn,
    logBucketName: accessLogs.bucketName,
    expireDays: EXPIRE_DAYS,
    noncurrentDays: EXPIRE_DAYS,
    forceDestroy: !environment.protectData,
  });
  const access = new KafkaAccess(scope, "replay_access", {
    name,
    clusterArn: streaming.cluster.clusterArn,
    readTopics: [input.name, dlq.name],
    writeTopics: [input.name],
    transactionalIds: [name],
    groups: [name],
  });
  return createFunction(scope, "replay", context, {
    description: `Reads ${dlq.name} and publishes what was corrected to ${input.name}`,
    environment: {
      KAFKA_BOOTSTRAP_BROKERS: streaming.cluster.bootstrapBrokers,
      INPUT_TOPIC: input.name,
      DLQ_TOPIC: dlq.name,
      CONSUMER_GROUP: name,
      TRANSACTIONAL_ID: name,
      EXCHANGE_BUCKET: exchange.bucketName,
    },
    policyArns: { kafka: access.policyArn, files: filesPolicy(scope, environment, exchange.bucketArn, key.keyArn) },
  });
}

/** ARN of a policy to read and write the bucket's files, and to use its key through S3. */
function filesPolicy(scope: Construct, environment: Environment, bucketArn: string, keyArn: string): string {
  const document = new DataAwsIamPolicyDocument(scope, "replay_files_document", {
    statement: [
      { sid: "ExchangeFiles", actions: ["s3:GetObject", "s3:PutObject"], resources: [`${bucketArn}/*`] },
      {
        sid: "UseKey",
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [keyArn],
        condition: [
          {
            test: "StringEquals",
            variable: "kms:ViaService",
            values: [`s3.${environment.region}.amazonaws.com`],
          },
        ],
      },
    ],
  });
  return new IamPolicy(scope, "replay_files_policy", {
    name: `${prefix(environment)}-replay-files`,
    policy: document.json,
  }).arn;
}
