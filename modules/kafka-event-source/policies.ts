import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { currentRegion } from "../../module-kit/current";
import { comment } from "../../module-kit/module";

interface Poller {
  readonly clusterArn: string;
  readonly onFailureBucketArn: string;
  readonly onFailureKmsKeyArn: string;
}

/**
 * What pollers need in addition to the topic and the group: to find the cluster, to stand in its network, to write what failed.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-msk-permissions.html
 */
export function pollerPolicy(scope: Construct, id: string, p: Poller): DataAwsIamPolicyDocument {
  const region = currentRegion(scope);
  const document = new DataAwsIamPolicyDocument(scope, id, {
    statement: [
      {
        sid: "FindCluster",
        actions: ["kafka:DescribeClusterV2"],
        resources: [p.clusterArn],
      },
      { sid: "FindBrokers", actions: ["kafka:GetBootstrapBrokers"], resources: ["*"] },
      {
        sid: "ReadClusterSettings",
        actions: ["kafka-cluster:DescribeClusterDynamicConfiguration"],
        resources: [p.clusterArn],
      },
      {
        sid: "ConnectToVpc",
        actions: [
          "ec2:CreateNetworkInterface",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeVpcs",
        ],
        resources: ["*"],
      },
      { sid: "FindFailureBucket", actions: ["s3:ListBucket"], resources: [p.onFailureBucketArn] },
      { sid: "WriteFailures", actions: ["s3:PutObject"], resources: [`${p.onFailureBucketArn}/aws/lambda/*`] },
      {
        sid: "EncryptFailures",
        actions: ["kms:GenerateDataKey"],
        resources: [p.onFailureKmsKeyArn],
        condition: [{ test: "StringEquals", variable: "kms:ViaService", values: [`s3.${region}.amazonaws.com`] }],
      },
    ],
  });
  comment(
    document,
    "The pollers find the cluster and its settings, put network interfaces into its subnets, and keep batches that were given up in " +
      "the failure bucket, encrypted through S3. GetBootstrapBrokers and EC2's describing actions have no resource to name, and the " +
      "network interfaces are still to be made.",
  );
  return document;
}
