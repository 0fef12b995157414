import { LambdaInvocation } from "@cdktf/provider-aws/lib/lambda-invocation";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import * as z from "zod";
import { MOST_PARTITIONS, TOPIC_CONFIGS } from "../../contracts/topic-limits";
import { TOPIC_NAME, TOPIC_NAME_RULE } from "../../contracts/topic-name";
import { arn } from "../../module-kit/arn";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { text } from "../../module-kit/text";

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
        "250 GiB a partition, before `retention.ms`, unless `retention.bytes` is -1.",
    ),
});

export const inputs = z.object({
  functionName: z.string().describe("Name of the function that creates, changes and deletes topics."),
  clusterArn: arn("kafka:cluster").describe(
    "ARN of the cluster the function works on; another cluster gets the topics anew.",
  ),
  topics: z.record(text(TOPIC_NAME, `be a Kafka topic name: ${TOPIC_NAME_RULE}`), topic).describe("Topics by name."),
});

/**
 * Kafka topics as infrastructure. MSK Serverless has no topic API, so a function inside the VPC does the work:
 * Terraform calls it on create, on every change (with the previous input) and on destroy.
 */
export class KafkaTopics extends Construct {
  private readonly invocation: LambdaInvocation;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    this.invocation = new LambdaInvocation(this, "this", {
      functionName: p.functionName,
      lifecycleScope: "CRUD",
      input: Fn.jsonencode({ topics: p.topics }),
      triggers: { cluster: p.clusterArn },
    });
  }

  /** Names of the topics, known once they exist: what uses them waits for them. */
  get topicNames(): string[] {
    return Token.asList(Fn.keys(Fn.lookup(Fn.jsondecode(this.invocation.input), "topics")));
  }
}

export const kafkaTopicsModule = defineModule({
  name: "kafka-topics",
  description: "Kafka topics, created, changed and deleted by a function that Terraform invokes.",
  inputs,
  construct: KafkaTopics,
  outputs: {
    topicNames: { description: "Names of the topics, once they exist.", value: (m) => m.topicNames },
  },
});
