import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import type { Resolved } from "../../module-kit/inputs";
import { note } from "../../module-kit/module";
import { LogGroup } from "../log-group";
import { ServiceRole } from "../service-role";
import type { inputs } from "./index";

/** Every connection of the VPC, accepted or not, in a log group that only the flow logs' role writes to. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, p: Resolved<typeof inputs> & { readonly vpcId: string }) {
    super(scope, id);
    const group = new LogGroup(this, "group", {
      name: `/aws/vpc/${p.name}/flow-logs`,
      retentionDays: p.flowLogRetentionDays,
      kmsKeyArn: p.logKmsKeyArn,
      tags: p.tags,
    });
    const account = new DataAwsCallerIdentity(this, "account", {}).accountId;
    const partition = new DataAwsPartition(this, "partition", {}).partition;
    const region = new DataAwsRegion(this, "region", {}).name;
    const deliver = new DataAwsIamPolicyDocument(this, "deliver", {
      statement: [
        {
          sid: "Deliver",
          actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          resources: [group.arn, `${group.arn}:*`],
        },
        { sid: "FindGroup", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
      ],
    });
    note(deliver, 'logs:DescribeLogGroups has no resource-level permission, so its resource is "*".');
    const role = new ServiceRole(this, "role", {
      name: `${p.name}-flow-logs`,
      description: `Delivers the flow logs of ${p.name}`,
      service: "vpc-flow-logs.amazonaws.com",
      sourceArns: [`arn:${partition}:ec2:${region}:${account}:vpc-flow-log/*`],
      policies: { deliver: deliver.json },
      tags: p.tags,
    });
    new FlowLog(this, "this", {
      vpcId: p.vpcId,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.roleArn,
      maxAggregationInterval: 60,
      tags: p.tags,
    });
  }
}
