import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { blockIf, concat, notEmpty } from "../../module-kit/structure";
import { text } from "../../module-kit/text";

const names = (what: string, hint: string) =>
  z
    .array(text(/^[a-zA-Z0-9._-]+\*?$/, hint))
    .default([])
    .describe(what);
const topics = (what: string) => names(what, "be a topic name, or its beginning followed by *");

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9+=,.@_-]{1,128}$/, "have 1 to 128 letters, digits and characters of +=,.@_-").describe(
    "Name of the policy.",
  ),
  clusterArn: arn("kafka:cluster").describe("ARN of the MSK cluster (`…:cluster/<name>/<uuid>`)."),
  readTopics: topics("Topics whose records the client reads."),
  writeTopics: topics("Topics that the client writes to."),
  adminTopics: topics("Topics that the client creates and changes."),
  deleteTopics: topics("Topics that the client deletes, with their records."),
  groups: names("Consumer groups that the client takes part in.", "be a group name, or its beginning followed by *"),
  transactionalIds: names(
    "Transactional IDs that the client writes with, such as `acme-job-*`.",
    "be a transactional ID, or its beginning followed by *",
  ),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});

/**
 * An IAM policy for one Kafka client: it connects to one cluster, and touches the topics, groups and transactions that are
 * named, nothing else. A bare `*` is refused.
 * @see https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 */
export class KafkaAccess extends Construct {
  private readonly document: DataAwsIamPolicyDocument;
  private readonly policy: IamPolicy;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const named = (kind: string, list: string[]) => arnsInCluster(p.clusterArn, kind, list);
    const allow = (sid: string, kind: string, list: string[], actions: string[]) =>
      blockIf(notEmpty(list), {
        sid,
        actions: actions.map((action) => `kafka-cluster:${action}`),
        resources: named(kind, list),
      });

    this.document = comment(
      new DataAwsIamPolicyDocument(this, "permissions", {
        statement: concat(
          [{ sid: "Connect", actions: ["kafka-cluster:Connect"], resources: [p.clusterArn] }],
          blockIf(notEmpty(p.writeTopics), {
            sid: "WriteIdempotently",
            actions: ["kafka-cluster:WriteDataIdempotently"],
            resources: [p.clusterArn],
          }),
          allow("Read", "topic", p.readTopics, ["DescribeTopic", "ReadData"]),
          allow("Write", "topic", p.writeTopics, ["DescribeTopic", "WriteData"]),
          allow("Administer", "topic", p.adminTopics, [
            "AlterTopic",
            "AlterTopicDynamicConfiguration",
            "CreateTopic",
            "DescribeTopic",
            "DescribeTopicDynamicConfiguration",
          ]),
          allow("Delete", "topic", p.deleteTopics, ["DeleteTopic", "DescribeTopic"]),
          allow("Group", "group", p.groups, ["AlterGroup", "DescribeGroup"]),
          allow("Transact", "transactional-id", p.transactionalIds, [
            "AlterTransactionalId",
            "DescribeTransactionalId",
          ]),
        ),
      }),
      "What a client of the cluster needs, and no more than was named: it connects, reads, writes, administers and deletes topics, takes part in " +
        "groups and writes in transactions. Idempotent writing is a right on the cluster, not on a topic.",
    );
    this.policy = new IamPolicy(this, "this", { name: p.name, policy: this.document.json, tags: p.tags });
  }

  get policyArn(): string {
    return this.policy.arn;
  }

  get policyJson(): string {
    return this.document.json;
  }
}

/** ARNs of things in a cluster: `…:cluster/<name>/<uuid>` becomes `…:<kind>/<name>/<uuid>/<thing>`. */
const arnsInCluster = (clusterArn: string, kind: string, things: string[]): string[] =>
  Token.asList(Fn.formatlist("%s/%s", [Fn.replace(clusterArn, ":cluster/", `:${kind}/`), things]));

export const kafkaAccessModule = defineModule({
  name: "kafka-access",
  description: "An IAM policy for one Kafka client, limited to named topics, consumer groups and transactions.",
  inputs,
  construct: KafkaAccess,
  outputs: {
    policyArn: { description: "ARN of the policy.", value: (m) => m.policyArn },
    policyJson: { description: "The policy document.", value: (m) => m.policyJson },
  },
});
