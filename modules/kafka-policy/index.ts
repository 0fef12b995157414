import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { MskClusterPolicy } from "@cdktf/provider-aws/lib/msk-cluster-policy";
import { Construct } from "constructs";
import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { currentAccount } from "../../module-kit/current";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { blockIf } from "../../module-kit/structure";
import { trustSourceAccount } from "../service-role/trust";

export const inputs = z.object({
  clusterArn: arn("kafka:cluster").describe("ARN of the MSK cluster."),
  // Firehose's own page has no condition: https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#access-to-msk
  trustSourceAccount: trustSourceAccount(false),
});

/**
 * The cluster policy that lets Firehose open a private connection to an MSK cluster.
 * A stream with an MSK source and PRIVATE connectivity cannot be created before it is there.
 * @see https://docs.aws.amazon.com/firehose/latest/dev/writing-with-msk.html
 */
export class KafkaPolicy extends Construct {
  private readonly policy: MskClusterPolicy;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const account = currentAccount(this);
    const firehose = comment(
      new DataAwsIamPolicyDocument(this, "firehose", {
        statement: [
          {
            sid: "FirehosePrivateConnection",
            actions: ["kafka:CreateVpcConnection", "kafka:GetBootstrapBrokers", "kafka:DescribeClusterV2"],
            resources: [p.clusterArn],
            principals: [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }],
            condition: blockIf(p.trustSourceAccount, {
              test: "StringEquals",
              variable: "aws:SourceAccount",
              values: [account],
            }),
          },
        ],
      }),
      "Firehose reaches the brokers through a private connection, which the cluster itself must allow.",
    );
    this.policy = new MskClusterPolicy(this, "this", { clusterArn: p.clusterArn, policy: firehose.json });
  }

  /** The cluster's ARN, known once the policy is attached: a stream that uses it waits for the policy. */
  get clusterArn(): string {
    return this.policy.clusterArn;
  }
}

export const kafkaPolicyModule = defineModule({
  name: "kafka-policy",
  description: "A cluster policy that lets Firehose streams of the same account read an MSK cluster privately.",
  inputs,
  construct: KafkaPolicy,
  outputs: {
    clusterArn: { description: "ARN of the cluster, once the policy is attached.", value: (m) => m.clusterArn },
  },
});
