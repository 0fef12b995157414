import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { MOST_PARTITIONS, TOPIC_CONFIGS } from "../../aws-limits/topic-limits";
import { TOPIC_DELETION } from "../../contracts/topic-deletion";
import { TOPIC_NAME, TOPIC_NAME_RULE } from "../../contracts/topic-name";
import { arn } from "../../module-kit/arn";
import { distinctOnce, isEqual, joined, keysOf } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { comment, defineModule } from "../../module-kit/module";
import { mergeLifecycles, precondition } from "../../module-kit/precondition";
import { not, notEmpty } from "../../module-kit/structure";
import { text } from "../../module-kit/text";
import { functionName } from "../function/name";

const topic = z.object({
  partitions: z.int().min(1).max(MOST_PARTITIONS).describe("Number of partitions; it can grow, never shrink."),
  configs: z
    .record(
      text(
        new RegExp(`^(${TOPIC_CONFIGS.map((key) => key.replaceAll(".", "[.]")).join("|")})$`),
        `be a setting that MSK Serverless accepts: ${TOPIC_CONFIGS.join(", ")}`,
      ),
      z.string(),
    )
    .default({})
    .describe(
      "Topic settings. `cleanup.policy` is fixed at creation; `max.message.bytes` is at most 8388608; MSK Serverless drops records beyond " +
        "250 GiB per partition, before `retention.ms`, unless `retention.bytes` is -1.",
    ),
});

export const inputs = z.object({
  functionName: functionName.describe("Name of the function that creates, changes and deletes topics."),
  clusterArn: arn("kafka:cluster").describe(
    "ARN of the cluster the function works on; another cluster gets the topics too.",
  ),
  topics: z
    .record(text(TOPIC_NAME, `be a Kafka topic name: ${TOPIC_NAME_RULE}`), topic)
    .describe("Topics by name. One that leaves the map stays in the cluster, with its records."),
  deletion: z
    .enum(TOPIC_DELETION)
    .default("never")
    .describe(
      "Which topics the function deletes when Terraform destroys them, or replaces the invocation because the function or the cluster is " +
        "another: none, those without records (with any that has some it refuses), or all with their records.",
    ),
  retiredTopics: z
    .array(text(TOPIC_NAME, `be a Kafka topic name: ${TOPIC_NAME_RULE}`))
    .default([])
    .describe(
      "Topics to delete now, which have left `topics`; `deletion` holds for them too, so that `never` refuses any.",
    ),
});

/**
 * Kafka topics as infrastructure. MSK Serverless has no topic API, so a function inside the VPC does the work: Terraform calls it on
 * create, on every change (with the previous input) and on destroy, and once more to confirm.
 */
export class KafkaTopics extends Construct {
  private readonly confirmed: LambdaInvocation;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const names = keysOf(p.topics);
    const managed = comment(
      new LambdaInvocation(this, "this", {
        functionName: p.functionName,
        lifecycleScope: "CRUD",
        input: Fn.jsonencode({ topics: p.topics, deletion: p.deletion, retired_topics: p.retiredTopics }),
        triggers: { cluster: p.clusterArn },
        lifecycle: mergeLifecycles(
          precondition(
            this,
            "retired_topics must be empty where deletion is never: set deletion to empty to delete topics without records.",
            not(notEmpty(p.retiredTopics)),
            not(isEqual(p.deletion, "never")),
          ),
          precondition(
            this,
            "topics and retired_topics must differ, also once a dot is an underscore, as in Kafka's metrics: Kafka refuses such names.",
            distinctOnce(joined(names, p.retiredTopics), ".", "_"),
          ),
        ),
      }),
      "Creates, updates and deletes the topics; it receives the previous input and the kind of change. Terraform keeps the new input even when an update failed " +
        "(https://github.com/hashicorp/terraform-provider-aws/issues/43447), so that this resource alone would not show that.",
    );
    this.confirmed = comment(
      new LambdaInvocation(this, "confirmed", {
        functionName: p.functionName,
        input: Fn.jsonencode({
          topics: p.topics,
          deletion: p.deletion,
          retired_topics: p.retiredTopics,
          previous_topics: Fn.try([Fn.lookup(Fn.jsondecode(managed.result), "topics"), {}]),
        }),
        triggers: { cluster: p.clusterArn, topics: Fn.jsonencode(names) },
        lifecycle: { postcondition: [{ condition: AS_ASKED_FOR, errorMessage: NOT_AS_ASKED_FOR }] },
      }),
      "Asks for the same again, which changes nothing when it is done. After a change that failed it is still to be made: the next plan shows " +
        "it, and applying it finishes the work. Replacing it sends nothing to the function but that.",
    );
  }

  /** Names of the topics, known once they exist: what uses them waits for them. */
  get topicNames(): string[] {
    return Token.asList(Fn.jsondecode(Fn.lookup(this.confirmed.triggers, "topics")));
  }
}

/** A made-up result, as a mocked provider gives, is no object and holds nothing against it. */
const AS_ASKED_FOR =
  "${can(keys(jsondecode(self.result))) ? alltrue([for name, topic in jsondecode(self.input).topics : " +
  "try(jsondecode(self.result).topics[name].partitions, 0) == topic.partitions]) : true}";
const NOT_AS_ASKED_FOR =
  "The function did not answer that the topics are as asked for: function_name must be that of create-topics, of this version.";

export const kafkaTopicsModule = defineModule({
  name: "kafka-topics",
  description: "Kafka topics, created, changed and deleted by a function that Terraform invokes.",
  readmeSections: {
    "What happens to topics and their records": `An update deletes no topic: one that leaves \`topics\` stays in the cluster, with its records, and the function names it in its result (\`left\`). To delete it,
name it in \`retired_topics\`. \`deletion\` says what may be deleted, there and by a destroy:

| \`deletion\` | a topic without records | a topic with records |
| --- | --- | --- |
| \`never\` (default) | stays | stays |
| \`empty\` | deleted | refused: the apply fails with the topic's name, how many records it holds, and what to do |
| \`always\` | deleted | deleted, with its records |

Another \`function_name\` or \`cluster_arn\` replaces \`aws_lambda_invocation.this\`, which the function sees as a destroy: with \`empty\` it is refused while a topic holds
records, with \`always\` the records are lost. To keep them set \`deletion\` to \`never\`, apply, and only then make the change.

The function's role needs \`admin_topics\` of [kafka-access](../kafka-access) for \`topics\` and \`retired_topics\`, and \`delete_topics\` for the same where \`deletion\` is not \`never\`.

When the function cannot be reached, \`terraform state rm\` on both resources gives the topics up and leaves them as they are.`,
  },
  inputs,
  construct: KafkaTopics,
  outputs: {
    topicNames: { description: "Names of the topics, once they exist.", value: (m) => m.topicNames },
  },
});
