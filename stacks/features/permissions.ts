import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { FeatureStore } from "../../modules/feature-store";
import type { LakeStack } from "../lake";

export type Statement = DataAwsIamPolicyDocumentStatement;

/** What the feature-store function may do: put records into its group. */
export function ingestStatements({ featureGroupArn }: FeatureStore): Statement[] {
  return [{ sid: "PutFeatures", actions: ["sagemaker:PutRecord"], resources: [featureGroupArn] }];
}

/** What check-feature-store may do: read its group, online and, through Athena, offline. */
export function checkStatements(
  { featureGroupArn, offlineDatabase, offlineTable }: FeatureStore,
  stack: LakeStack,
): Statement[] {
  const { lake, key } = stack;
  const { region, account } = stack.location;
  const glue = `arn:aws:glue:${region}:${account}`;
  return [
    {
      sid: "ReadFeatures",
      actions: ["sagemaker:BatchGetRecord", "sagemaker:GetRecord", "sagemaker:DescribeFeatureGroup"],
      resources: [featureGroupArn],
    },
    {
      sid: "Query",
      actions: [
        "athena:StartQueryExecution",
        "athena:GetQueryExecution",
        "athena:GetQueryResults",
        "athena:StopQueryExecution",
      ],
      resources: [`arn:aws:athena:${region}:${account}:workgroup/${lake.workgroupName}`],
    },
    {
      sid: "ReadTable",
      actions: ["glue:GetDatabase", "glue:GetTable", "glue:GetPartitions"],
      resources: [
        `${glue}:catalog`,
        `${glue}:database/${offlineDatabase}`,
        `${glue}:table/${offlineDatabase}/${offlineTable}`,
      ],
    },
    {
      sid: "ReadOfflineStore",
      actions: ["s3:GetObject"],
      resources: [`${lake.bucketArn}/features/*`],
    },
    {
      sid: "KeepResults",
      actions: ["s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"],
      resources: [`${lake.bucketArn}/athena-results/*`],
    },
    { sid: "ListLake", actions: ["s3:ListBucket", "s3:GetBucketLocation"], resources: [lake.bucketArn] },
    {
      sid: "UseKey",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [key.keyArn],
      condition: [{ test: "StringEquals", variable: "kms:ViaService", values: [`s3.${region}.amazonaws.com`] }],
    },
  ];
}
