import { KafkaAccess } from "../../../modules/kafka-access";
import { statement, synthesize } from "./support/synthesize";

const clusterArn = "arn:aws:kafka:eu-west-1:111122223333:cluster/acme/uuid-1";
const build = (rest: Omit<ConstructorParameters<typeof KafkaAccess>[2], "name" | "clusterArn">) =>
  synthesize((stack) => new KafkaAccess(stack, "client", { name: "acme-client", clusterArn, ...rest }));
const sids = (stack: ReturnType<typeof build>) =>
  stack.data.aws_iam_policy_document?.client_permissions?.statement.map((s: { sid: string }) => s.sid);

describe("kafka-access", () => {
  test("a client that nothing is named for may only connect", () => {
    const stack = build({});
    expect(sids(stack)).toEqual(["Connect"]);
    expect(statement(stack, "client_permissions", "Connect").resources).toEqual([clusterArn]);
  });

  test("a consumer reads its topics and takes part in its groups", () => {
    const stack = build({ readTopics: ["prices"], groups: ["job"] });
    expect(sids(stack)).toEqual(["Connect", "Read", "Group"]);
    expect(statement(stack, "client_permissions", "Read").actions).toEqual([
      "kafka-cluster:DescribeTopic",
      "kafka-cluster:ReadData",
    ]);
    expect(statement(stack, "client_permissions", "Group").actions).toEqual([
      "kafka-cluster:AlterGroup",
      "kafka-cluster:DescribeGroup",
    ]);
  });

  test("a transactional producer writes idempotently under its own transactional IDs", () => {
    const stack = build({ writeTopics: ["aggregates"], transactionalIds: ["job-*"] });
    expect(sids(stack)).toEqual(["Connect", "WriteIdempotently", "Write", "Transact"]);
    expect(statement(stack, "client_permissions", "WriteIdempotently").resources).toEqual([clusterArn]);
    expect(statement(stack, "client_permissions", "Write").actions).not.toContain("kafka-cluster:ReadData");
  });

  test("a topic administrator makes and changes topics, deletes none and reads none of their records", () => {
    const stack = build({ adminTopics: ["prices"] });
    expect(sids(stack)).toEqual(["Connect", "Administer"]);
    const { actions } = statement(stack, "client_permissions", "Administer");
    expect(actions).toEqual(expect.arrayContaining(["kafka-cluster:CreateTopic", "kafka-cluster:AlterTopic"]));
    expect(actions).not.toContain("kafka-cluster:DeleteTopic");
    expect(actions).not.toContain("kafka-cluster:ReadData");
  });

  test("deleting topics is a right of its own", () => {
    expect(statement(build({ deleteTopics: ["prices"] }), "client_permissions", "Delete").actions).toEqual([
      "kafka-cluster:DeleteTopic",
      "kafka-cluster:DescribeTopic",
    ]);
  });

  test("derives the ARNs from the cluster's", () => {
    const topics = statement(build({ readTopics: ["prices"] }), "client_permissions", "Read").resources;
    expect(topics).toBe(`\${formatlist("%s/%s", replace("${clusterArn}", ":cluster/", ":topic/"), ["prices"])}`);
  });

  test.each(["*", "", "a/b"])("refuses the topic %p", (topic) => {
    expect(() => build({ readTopics: [topic] })).toThrow(/readTopics/);
  });
});
