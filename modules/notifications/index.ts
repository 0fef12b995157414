import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { currentAccount } from "../../module-kit/current";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { forEachOf } from "../../module-kit/structure";
import { text } from "../../module-kit/text";

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_-]{1,256}$/, "be 1 to 256 of a-z, A-Z, 0-9, underscore and hyphen").describe(
    "Name of the topic.",
  ),
  kmsKeyArn: arn("kms:key").describe(
    "ARN of the KMS key that encrypts messages; its policy must let cloudwatch.amazonaws.com use it.",
  ),
  subscriptions: z
    .array(text(/^[!-?A-~]+@[!-?A-~]+[.][!-?A-~]+$/, "be an e-mail address"))
    .meta({ uniqueItems: true })
    .default([])
    .describe("Email addresses to notify; each must confirm its subscription first."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * An SNS topic for alarms: encrypted, TLS only, published to by this account's CloudWatch alarms and nobody else.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html
 */
export class Notifications extends Construct {
  private readonly topic: SnsTopic;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.topic = new SnsTopic(this, "this", { name: p.name, kmsMasterKeyId: p.kmsKeyArn, tags: p.tags });
    const account = currentAccount(this);
    const access = comment(
      new DataAwsIamPolicyDocument(this, "access", {
        statement: [
          {
            sid: "AlarmsOfThisAccount",
            actions: ["sns:Publish"],
            resources: [this.topic.arn],
            principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
            condition: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account] }],
          },
          {
            sid: "TlsOnly",
            effect: "Deny",
            actions: ["sns:Publish"],
            resources: [this.topic.arn],
            principals: [{ type: "*", identifiers: ["*"] }],
            condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
          },
        ],
      }),
      "CloudWatch publishes the alarms of this account only, and nobody publishes without TLS.",
    );
    new SnsTopicPolicy(this, "policy", { arn: this.topic.arn, policy: access.json });

    const addresses = forEachOf(p.subscriptions);
    new SnsTopicSubscription(this, "email", {
      forEach: addresses,
      topicArn: this.topic.arn,
      protocol: "email",
      endpoint: Token.asString(addresses.value),
    });
  }

  get topicArn(): string {
    return this.topic.arn;
  }
}

export const notificationsModule = defineModule({
  name: "notifications",
  description: "An encrypted SNS topic that CloudWatch alarms publish to, with e-mail subscriptions.",
  inputs,
  construct: Notifications,
  outputs: {
    topicArn: { description: "ARN of the topic.", value: (m) => m.topicArn },
  },
});
