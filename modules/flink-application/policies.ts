import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { comment } from "../../module-kit/module";

interface Service {
  readonly codeBucketArn: string;
  readonly codeKey: string;
  readonly codeKmsKeyArn: string;
  readonly s3Service: string;
  readonly logGroupArn: string;
  readonly logStreamArn: string;
}

/**
 * What Managed Flink does with an application's role: fetch the jar, write to one log stream, and connect to the VPC.
 * @see https://docs.aws.amazon.com/managed-flink/latest/java/vpc-permissions.html
 */
export function servicePolicy(scope: Construct, id: string, p: Service): DataAwsIamPolicyDocument {
  const document = new DataAwsIamPolicyDocument(scope, id, {
    statement: [
      {
        sid: "ReadCode",
        actions: ["s3:GetObject", "s3:GetObjectVersion"],
        resources: [`${p.codeBucketArn}/${p.codeKey}`],
      },
      {
        sid: "DecryptCode",
        actions: ["kms:Decrypt"],
        resources: [p.codeKmsKeyArn],
        condition: [{ test: "StringEquals", variable: "kms:ViaService", values: [p.s3Service] }],
      },
      { sid: "FindLogGroup", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
      { sid: "FindLogStream", actions: ["logs:DescribeLogStreams"], resources: [`${p.logGroupArn}:*`] },
      { sid: "WriteLogs", actions: ["logs:PutLogEvents"], resources: [p.logStreamArn] },
      {
        sid: "ConnectToVpc",
        actions: [
          "ec2:CreateNetworkInterface",
          "ec2:CreateNetworkInterfacePermission",
          "ec2:DeleteNetworkInterface",
          "ec2:DescribeDhcpOptions",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeVpcs",
        ],
        resources: ["*"],
      },
    ],
  });
  comment(
    document,
    "Managed Flink reads the jar and decrypts it through S3, finds and writes the application's log stream, and puts network " +
      "interfaces into its subnets. DescribeLogGroups and EC2's describing actions have no resource to name, and the network " +
      "interfaces are still to be made.",
  );
  return document;
}
