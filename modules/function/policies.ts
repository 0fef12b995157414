import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Construct } from "constructs";
import { currentAccount, currentPartition, currentRegion } from "../../module-kit/current";
import { comment } from "../../module-kit/module";
import { blockIf, concat, notEmpty } from "../../module-kit/structure";

interface Execution {
  readonly functionName: string;
  readonly logGroupArn: string;
  readonly environmentKmsKeyArn: string;
  readonly subnetIds: string[];
}

/**
 * What Lambda itself does with a function's role: logs, traces, its environment, and, in a VPC, network interfaces.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export function executionPolicy(scope: Construct, id: string, p: Execution): DataAwsIamPolicyDocument {
  const partition = currentPartition(scope);
  const region = currentRegion(scope);
  const account = currentAccount(scope);
  const inVpc = notEmpty(p.subnetIds);
  const document = new DataAwsIamPolicyDocument(scope, id, {
    statement: concat(
      [
        {
          sid: "WriteLogs",
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [`${p.logGroupArn}:*`],
        },
        {
          sid: "DecryptEnvironment",
          actions: ["kms:Decrypt"],
          resources: [p.environmentKmsKeyArn],
          condition: [{ test: "StringEquals", variable: "kms:ViaService", values: [`lambda.${region}.amazonaws.com`] }],
        },
        {
          sid: "Trace",
          actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"],
          resources: ["*"],
        },
      ],
      blockIf(inVpc, {
        sid: "ManageNetworkInterfaces",
        actions: NETWORK_INTERFACE_ACTIONS,
        resources: ["*"],
      }),
      blockIf(inVpc, {
        sid: "NoNetworkInterfacesFromCode",
        effect: "Deny",
        actions: NETWORK_INTERFACE_ACTIONS,
        resources: ["*"],
        condition: [
          {
            test: "ArnEquals",
            variable: "lambda:SourceFunctionArn",
            values: [`arn:${partition}:lambda:${region}:${account}:function:${p.functionName}`],
          },
        ],
      }),
    ),
  });
  comment(
    document,
    "Lambda writes the function's logs and traces, decrypts its environment and, where it has subnets, makes its network interfaces. " +
      "X-Ray's actions have no resource to name. Nor have network interfaces that are still to be made: Lambda needs these actions " +
      "on all, and the function's own code is denied them.",
  );
  return document;
}

const NETWORK_INTERFACE_ACTIONS = [
  "ec2:CreateNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:DeleteNetworkInterface",
  "ec2:AssignPrivateIpAddresses",
  "ec2:UnassignPrivateIpAddresses",
];
