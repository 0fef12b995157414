import type { Environment } from "../../../../envs/schema";
import type { Body } from "../../../../guardrails/resource";

/** Where an environment's resources are. */
export type Location = Pick<Environment, "region" | "account">;

/** Part of an MSK cluster's ARN that AWS chooses. */
export const CLUSTER_UUID = "11111111-2222-3333-4444-555555555555-s1";

/** ARN of something in the environment's region and account. */
export const arnIn = ({ region, account }: Location, service: string, resource: string): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;

/** ARNs of S3 buckets and objects hold neither region nor account. */
export const s3Arn = (path: string): string => `arn:aws:s3:::${path}`;

export const iamArn = ({ account }: Location, resource: string): string => `arn:aws:iam::${account}:${resource}`;

/** @param id Stack and name of the resource, for what AWS names itself. */
type ArnOf = (body: Body, at: Location, id: string) => string;

const regional =
  (service: string, resource: (body: Body, id: string) => string): ArnOf =>
  (body, at, id) =>
    arnIn(at, service, resource(body, id));

const cluster = regional("kafka", ({ cluster_name }) => `cluster/${cluster_name}/${CLUSTER_UUID}`);

/**
 * How AWS forms the ARN of what is deployed, for the types that policies name
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
export const ARN_OF: Readonly<Record<string, ArnOf>> = {
  aws_athena_workgroup: regional("athena", ({ name }) => `workgroup/${name}`),
  aws_cloudwatch_log_group: regional("logs", ({ name }) => `log-group:${name}`),
  aws_cloudwatch_log_stream: regional("logs", (body) => `log-group:${body.log_group_name}:log-stream:${body.name}`),
  aws_iam_policy: ({ name }, at) => iamArn(at, `policy/${name}`),
  aws_iam_role: ({ name }, at) => iamArn(at, `role/${name}`),
  aws_kinesisanalyticsv2_application: regional("kinesisanalytics", ({ name }) => `application/${name}`),
  aws_kms_key: regional("kms", (_, id) => `key/${id}`),
  aws_lambda_function: regional("lambda", ({ function_name }) => `function:${function_name}`),
  aws_msk_cluster: cluster,
  aws_msk_serverless_cluster: cluster,
  aws_s3_bucket: ({ bucket }) => s3Arn(String(bucket)),
  aws_sagemaker_feature_group: regional("sagemaker", (body) => `feature-group/${body.feature_group_name}`),
  aws_sns_topic: regional("sns", ({ name }) => String(name)),
  aws_sqs_queue: regional("sqs", ({ name }) => String(name)),
};
