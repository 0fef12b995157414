import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { Construct } from "constructs";
import type { Resolved } from "../../module-kit/inputs";
import { comment } from "../../module-kit/module";
import { LogGroup } from "../log-group";
import { ServiceRole } from "../service-role";
import type { inputs } from "./inputs";

interface FlowLogsProps extends Resolved<typeof inputs> {
  readonly vpcId: string;
  readonly account: string;
  readonly partition: string;
  readonly region: string;
}

/** Every connection of the VPC, accepted or not, in a log group that only the flow logs' role writes to. */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, p: FlowLogsProps) {
    super(scope, id);
    const group = new LogGroup(this, "group", {
      name: `/aws/vpc/${p.name}/flow-logs`,
      retentionDays: p.flowLogRetentionDays,
      kmsKeyArn: p.logKmsKeyArn,
      tags: p.tags,
    });
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
    comment(
      deliver,
      "Flow logs make a stream for each network interface in their log group, and write to it. DescribeLogGroups has no resource to " +
        'name, so its resource is "*".',
    );
    const role = new ServiceRole(this, "role", {
      name: `${p.name}-flow-logs`,
      description: `Delivers the flow logs of ${p.name}`,
      service: "vpc-flow-logs.amazonaws.com",
      sourceArns: [`arn:${p.partition}:ec2:${p.region}:${p.account}:vpc-flow-log/*`],
      permissionsBoundaryArn: p.permissionsBoundaryArn,
      tags: p.tags,
    });
    role.grant("deliver", deliver);
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
