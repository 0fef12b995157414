import { KafkaTopics } from "../../../modules/kafka-topics";
import { synthesize } from "./support/synthesize";

const clusterArn = "arn:aws:kafka:eu-west-1:111122223333:cluster/acme/uuid-1";
const build = (topics: ConstructorParameters<typeof KafkaTopics>[2]["topics"]) =>
  synthesize((stack) => new KafkaTopics(stack, "topics", { functionName: "create-topics", clusterArn, topics }));

describe("kafka-topics", () => {
  test("invokes the function on create, change and destroy", () => {
    const { resource } = build({
      prices: { partitions: 3, configs: { "retention.ms": "-1" } },
      dlq: { partitions: 1 },
    });
    const invocation = resource.aws_lambda_invocation?.topics;
    expect(invocation).toMatchObject({
      function_name: "create-topics",
      lifecycle_scope: "CRUD",
      triggers: { cluster: clusterArn },
    });
    expect(invocation.input).toContain('"prices" = {"partitions" = 3, "configs" = {"retention.ms" = "-1"}}');
    expect(invocation.input).toContain('"dlq" = {"partitions" = 1, "configs" = {}}');
  });

  test("refuses a setting that MSK Serverless refuses, and names those it takes", () => {
    expect(() => build({ prices: { partitions: 3, configs: { "min.insync.replicas": "2" } } })).toThrow(
      /min\.insync\.replicas.*must be a setting that MSK Serverless accepts: cleanup\.policy, /s,
    );
  });

  test.each([
    ["no partition", { prices: { partitions: 0 } }],
    ["more partitions than a cluster has", { prices: { partitions: 2401 } }],
    ["a name that Kafka refuses", { "prices/eu": { partitions: 1 } }],
  ])("refuses %s", (_, topics) => {
    expect(() => build(topics)).toThrow(/topics/);
  });
});
