import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { comment } from "../../module-kit/module";

interface Stores {
  readonly bucketName: string;
  readonly prefix: string;
  readonly kmsKeyArn: string;
}

/** Database in which Feature Store keeps the tables of offline stores. */
const CATALOG_DATABASE = "sagemaker_featurestore";

/**
 * Who may do what with a feature group.
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/feature-store-security.html
 */
export class FeaturePolicies {
  private readonly region: string;
  private readonly bucketArn: string;
  private readonly objects: string;
  private readonly tables: string[];

  constructor(
    private readonly scope: Construct,
    private readonly stores: Stores,
  ) {
    const partition = currentPartition(scope);
    this.region = currentRegion(scope);
    const accountId = currentAccount(scope);
    const catalog = `arn:${partition}:glue:${this.region}:${accountId}`;
    this.bucketArn = `arn:${partition}:s3:::${stores.bucketName}`;
    this.objects = `${this.bucketArn}/${stores.prefix}*`;
    // Feature Store names the table itself, with a time stamp.
    this.tables = [
      `${catalog}:catalog`,
      `${catalog}:database/${CATALOG_DATABASE}`,
      `${catalog}:table/${CATALOG_DATABASE}/*`,
    ];
  }

  /** What the group's own role does: write the offline store and keep its table. */
  offlineStore(): DataAwsIamPolicyDocument {
    return comment(
      new DataAwsIamPolicyDocument(this.scope, "offline_store", {
        statement: [
          { sid: "FindBucket", actions: ["s3:GetBucketAcl", "s3:GetBucketLocation"], resources: [this.bucketArn] },
          {
            sid: "WriteObjects",
            actions: ["s3:GetObject", "s3:PutObject", "s3:PutObjectAcl"],
            resources: [this.objects],
          },
          this.useKey(["kms:Decrypt", "kms:GenerateDataKey"], ["s3"]),
          { sid: "KeepTable", actions: ["glue:GetTable", "glue:UpdateTable"], resources: this.tables },
        ],
      }),
      "What the group does by itself: it looks whose the bucket is, writes below its own prefix with the key, and keeps its table up " +
        "to date. The table's name is Feature Store's choice, so tables of its whole database are named.",
    );
  }

  /** What a function needs to put records. */
  writer(featureGroupArn: string): DataAwsIamPolicyDocument {
    return comment(
      new DataAwsIamPolicyDocument(this.scope, "write", {
        statement: [
          { sid: "PutRecords", actions: ["sagemaker:PutRecord"], resources: [featureGroupArn] },
          this.useKey(["kms:Decrypt"], ["sagemaker"]),
        ],
      }),
      "For those who put records: into this group, with the key of its online store, which SageMaker uses for them.",
    );
  }

  /** What a function needs to read the online store and, given an Athena workgroup, the offline store. */
  reader(featureGroupArn: string): DataAwsIamPolicyDocument {
    return comment(
      new DataAwsIamPolicyDocument(this.scope, "read", {
        statement: [
          {
            sid: "GetRecords",
            actions: ["sagemaker:BatchGetRecord", "sagemaker:DescribeFeatureGroup", "sagemaker:GetRecord"],
            resources: [featureGroupArn],
          },
          {
            sid: "ReadTable",
            actions: ["glue:GetDatabase", "glue:GetPartitions", "glue:GetTable"],
            resources: this.tables,
          },
          { sid: "FindBucket", actions: ["s3:GetBucketLocation"], resources: [this.bucketArn] },
          {
            sid: "ListObjects",
            actions: ["s3:ListBucket"],
            resources: [this.bucketArn],
            condition: [{ test: "StringLike", variable: "s3:prefix", values: [`${this.stores.prefix}*`] }],
          },
          { sid: "ReadObjects", actions: ["s3:GetObject"], resources: [this.objects] },
          this.useKey(["kms:Decrypt"], ["sagemaker", "s3", "glue"]),
        ],
      }),
      "For those who read the online store and, with a workgroup's policy, the offline store: the group's records, its table and the " +
        "table's files, and the key through the services that read them.",
    );
  }

  private useKey(actions: string[], services: string[]) {
    const values = services.map((service) => `${service}.${this.region}.amazonaws.com`);
    return {
      sid: "UseKey",
      actions,
      resources: [this.stores.kmsKeyArn],
      condition: [{ test: "StringEquals", variable: "kms:ViaService", values }],
    };
  }
}
