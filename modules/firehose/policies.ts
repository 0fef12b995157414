import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { comment } from "../../module-kit/module";

interface Source {
  readonly clusterArn: string;
  readonly topic: string;
}

/**
 * What Firehose needs to read a topic.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html
 */
export function sourcePolicy(scope: Construct, id: string, { clusterArn, topic }: Source): DataAwsIamPolicyDocument {
  const inCluster = (kind: string, name: string) => `${Fn.replace(clusterArn, ":cluster/", `:${kind}/`)}/${name}`;
  const document = new DataAwsIamPolicyDocument(scope, id, {
    statement: [
      {
        sid: "FindCluster",
        actions: ["kafka:DescribeCluster", "kafka:DescribeClusterV2"],
        resources: [clusterArn],
      },
      { sid: "FindBrokers", actions: ["kafka:GetBootstrapBrokers"], resources: ["*"] },
      { sid: "Connect", actions: ["kafka-cluster:Connect"], resources: [clusterArn] },
      {
        sid: "Read",
        actions: [
          "kafka-cluster:DescribeTopic",
          "kafka-cluster:DescribeTopicDynamicConfiguration",
          "kafka-cluster:ReadData",
        ],
        resources: [inCluster("topic", topic)],
      },
      {
        sid: "Group",
        actions: ["kafka-cluster:DescribeGroup"],
        resources: [inCluster("group", "*")],
      },
    ],
  });
  comment(
    document,
    "Firehose finds the cluster and its brokers, connects, and reads the one topic. GetBootstrapBrokers has no resource to name. The " +
      "consumer group's name is Firehose's choice, and it only describes the group.",
  );
  return document;
}

interface Delivery {
  readonly bucketArn: string;
  readonly prefix: string;
  readonly errorPrefix: string;
  readonly kmsKeyArn: string;
  readonly glueDatabase: string;
  readonly glueTable: string;
  readonly logStreamArn: string;
}

/** What Firehose needs to convert records by a Glue table and write them to two folders of a bucket. */
export function deliveryPolicy(scope: Construct, id: string, p: Delivery): DataAwsIamPolicyDocument {
  const partition = currentPartition(scope);
  const region = currentRegion(scope);
  const account = currentAccount(scope);
  const catalog = `arn:${partition}:glue:${region}:${account}`;
  return comment(
    new DataAwsIamPolicyDocument(scope, id, {
      statement: [
        {
          sid: "FindBucket",
          actions: ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
          resources: [p.bucketArn],
        },
        {
          sid: "WriteObjects",
          actions: ["s3:AbortMultipartUpload", "s3:GetObject", "s3:PutObject"],
          resources: [`${p.bucketArn}/${p.prefix}*`, `${p.bucketArn}/${p.errorPrefix}*`],
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
        { sid: "WriteLogs", actions: ["logs:PutLogEvents"], resources: [p.logStreamArn] },
        {
          sid: "ReadSchema",
          actions: ["glue:GetTable", "glue:GetTableVersion", "glue:GetTableVersions"],
          resources: [
            `${catalog}:catalog`,
            `${catalog}:database/${p.glueDatabase}`,
            `${catalog}:table/${p.glueDatabase}/${p.glueTable}`,
          ],
        },
      ],
    }),
    "Firehose writes below its two prefixes, with the key, converts by the table's schema, and logs what failed to one stream.",
  );
}
