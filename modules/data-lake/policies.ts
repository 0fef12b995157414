import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { comment } from "../../module-kit/module";

interface Query {
  readonly bucketArn: string;
  readonly prefix: string;
  readonly resultsPrefix: string;
  readonly kmsKeyArn: string;
  readonly database: string;
  readonly table: string;
  readonly workgroupArn: string;
}

/**
 * What it takes to query the table: Athena acts with the caller's rights on the catalog, the files and the results.
 * @see https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html
 */
export function queryPolicy(scope: Construct, id: string, p: Query): DataAwsIamPolicyDocument {
  const partition = currentPartition(scope);
  const region = currentRegion(scope);
  const accountId = currentAccount(scope);
  const catalog = `arn:${partition}:glue:${region}:${accountId}`;
  return comment(
    new DataAwsIamPolicyDocument(scope, id, {
      statement: [
        {
          sid: "RunQueries",
          actions: [
            "athena:GetQueryExecution",
            "athena:GetQueryResults",
            "athena:GetWorkGroup",
            "athena:StartQueryExecution",
            "athena:StopQueryExecution",
          ],
          resources: [p.workgroupArn],
        },
        {
          sid: "ReadTable",
          actions: ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable"],
          resources: [
            `${catalog}:catalog`,
            `${catalog}:database/${p.database}`,
            `${catalog}:table/${p.database}/${p.table}`,
          ],
        },
        {
          sid: "FindBucket",
          actions: ["s3:GetBucketLocation", "s3:ListBucketMultipartUploads"],
          resources: [p.bucketArn],
        },
        {
          sid: "ListObjects",
          actions: ["s3:ListBucket"],
          resources: [p.bucketArn],
          condition: [{ test: "StringLike", variable: "s3:prefix", values: [`${p.prefix}*`, `${p.resultsPrefix}*`] }],
        },
        { sid: "ReadObjects", actions: ["s3:GetObject"], resources: [`${p.bucketArn}/${p.prefix}*`] },
        {
          sid: "KeepResults",
          actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
          resources: [`${p.bucketArn}/${p.resultsPrefix}*`],
        },
        {
          sid: "UseKey",
          actions: ["kms:Decrypt", "kms:GenerateDataKey"],
          resources: [p.kmsKeyArn],
          condition: [
            {
              test: "StringEquals",
              variable: "kms:ViaService",
              values: [`s3.${region}.amazonaws.com`, `glue.${region}.amazonaws.com`],
            },
          ],
        },
      ],
    }),
    "Athena acts with the permissions of the caller, who therefore needs all of them: to run queries in the workgroup, to read the table in the " +
      "catalog and its files, to keep results in their folder, and to use the key through S3 and Glue. Nothing beyond this table.",
  );
}
