import { KafkaTopics } from "../../../modules/kafka-topics";
import { synthesize } from "./support/synthesize";

const clusterArn = "arn:aws:kafka:eu-west-1:111122223333:cluster/acme/uuid-1";
type Props = ConstructorParameters<typeof KafkaTopics>[2];
const build = (topics: Props["topics"], more: Partial<Props> = {}) =>
  synthesize(
    (stack) => new KafkaTopics(stack, "topics", { functionName: "create-topics", clusterArn, topics, ...more }),
  );

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
    expect(invocation.input).toContain('"deletion" = "never"');
  });

  test("confirms what was done by a call that no destroy and no replacement makes", () => {
    const { confirmed, ...others } = Object.fromEntries(
      Object.entries(build({ prices: { partitions: 3 } }).resource.aws_lambda_invocation!).map(([name, body]) => [
        name.replace("topics_", ""),
        body,
      ]),
    );
    expect(Object.keys(others)).toEqual(["topics"]);
    expect(confirmed.lifecycle_scope).toBeUndefined();
    expect(confirmed.input).toContain("aws_lambda_invocation.topics.result");
    expect(confirmed.lifecycle.postcondition).toHaveLength(1);
  });

  test.each<[string, Props["topics"], Partial<Props>, RegExp]>([
    ["a topic to delete where nothing may be", {}, { retiredTopics: ["old"] }, /must be empty where deletion is never/],
    [
      "a topic to delete that is also to be kept",
      { old: { partitions: 1 } },
      { retiredTopics: ["old"], deletion: "always" },
      /must differ, also once a dot is an underscore/,
    ],
    [
      "names that are one in Kafka's metrics",
      { "stock.prices": { partitions: 1 }, stock_prices: { partitions: 1 } },
      {},
      /must differ, also once a dot is an underscore/,
    ],
    [
      "a new name that is the old one's in Kafka's metrics",
      { "stock.prices": { partitions: 1 } },
      { retiredTopics: ["stock_prices"], deletion: "empty" },
      /must differ, also once a dot is an underscore/,
    ],
  ])("refuses %s", (_, topics, more, message) => {
    expect(() => build(topics, more)).toThrow(message);
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
    ["a name that Kafka keeps for itself", { __consumer_offsets: { partitions: 1 } }],
    ["a name that means a folder", { "..": { partitions: 1 } }],
  ])("refuses %s", (_, topics) => {
    expect(() => build(topics)).toThrow(/topics/);
  });
});
