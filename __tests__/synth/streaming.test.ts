import { topicDeletion } from "../../envs/topics";
import { blocks } from "../../guardrails/rule";
import { allowed } from "../../guardrails/rules/statements";
import { body, environments, names, resources } from "../support/stacks";

const stack = (name: string) => `${name}-streaming`;

describe.each(names)("%s", (name) => {
  const { kafka, bastion, trust } = environments[name]!;

  test("has the kind of cluster that it asks for, with IAM and nothing else", () => {
    const serverless = resources(stack(name), "aws_msk_serverless_cluster");
    const provisioned = resources(stack(name), "aws_msk_cluster");
    expect([serverless.length, provisioned.length]).toEqual(kafka.mode === "serverless" ? [1, 0] : [0, 1]);
    if (kafka.mode === "serverless") {
      expect(serverless[0]!.body.client_authentication).toMatchObject({ sasl: { iam: { enabled: true } } });
    } else {
      expect(provisioned[0]!.body).toMatchObject({
        number_of_broker_nodes: kafka.brokerCount,
        client_authentication: { unauthenticated: false, sasl: { iam: true } },
        encryption_info: { encryption_in_transit: { client_broker: "TLS", in_cluster: true } },
      });
    }
  });

  test("has its topics made by a function, with the partitions and the retention that it asks for, which no size ends", () => {
    const { input, lifecycle_scope } = body(stack(name), "aws_lambda_invocation.topics");
    expect(lifecycle_scope).toBe("CRUD");
    const wanted = Object.values(kafka.topics).map((topic) => [
      topic.name,
      {
        partitions: topic.partitions,
        "retention.ms": String(topic.retentionHours * 3_600_000),
        "retention.bytes": "-1",
      },
    ]);
    const made = Object.entries<{ partitions: number; configs: Record<string, string> }>(
      JSON.parse(String(input)).topics,
    ).map(([topic, { partitions, configs }]) => [
      topic,
      { partitions, "retention.ms": configs["retention.ms"], "retention.bytes": configs["retention.bytes"] },
    ]);
    expect(made).toEqual(wanted);
  });

  test("lets one invocation at a time make topics", () => {
    expect(body(stack(name), "aws_lambda_function.create_topics").reserved_concurrent_executions).toBe(1);
  });

  test("takes no record that a dead letter could not hold, even when it is compressed", () => {
    const { input } = body(stack(name), "aws_lambda_invocation.topics");
    const made: Record<string, { configs: Record<string, string> }> = JSON.parse(String(input)).topics;
    const configs = (topic: keyof typeof kafka.topics) => made[kafka.topics[topic].name]?.configs;
    expect(configs("input")?.["compression.type"]).toBe("uncompressed");
    expect(configs("input")?.["message.timestamp.type"]).toBe("LogAppendTime");
    expect(Number(configs("dlq")?.["max.message.bytes"])).toBeGreaterThan(
      Number(configs("input")?.["max.message.bytes"]),
    );
  });

  test("lets the function that makes topics do that with these topics, and not read or write them", () => {
    const statements = allowed(body(stack(name), "data.aws_iam_policy_document.topic_admin_permissions"));
    const actions = statements.flatMap((statement) => statement.actions);
    expect(actions).toEqual(expect.arrayContaining(["kafka-cluster:CreateTopic", "kafka-cluster:AlterTopic"]));
    expect(actions).not.toEqual(expect.arrayContaining(["kafka-cluster:ReadData"]));
    expect(actions).not.toEqual(expect.arrayContaining(["kafka-cluster:WriteData"]));
    const topics = statements
      .filter((statement) => statement.actions.includes("kafka-cluster:CreateTopic"))
      .flatMap((statement) => statement.resources.map((resource) => resource.split("/").at(-1)));
    expect(topics.sort()).toEqual(
      Object.values(kafka.topics)
        .map((topic) => topic.name)
        .sort(),
    );
  });

  test("deletes topics as it asks for, and where it may not, its function has no right to", () => {
    const deletion = topicDeletion(environments[name]!);
    expect(JSON.parse(String(body(stack(name), "aws_lambda_invocation.topics").input))).toMatchObject({ deletion });
    const deleting = allowed(body(stack(name), "data.aws_iam_policy_document.topic_admin_permissions"))
      .filter((statement) => statement.actions.includes("kafka-cluster:DeleteTopic"))
      .flatMap((statement) => statement.resources.map((resource) => resource.split("/").at(-1)));
    const topics = Object.values(kafka.topics).map((topic) => topic.name);
    expect(deleting.sort()).toEqual(deletion === "never" ? [] : topics.sort());
  });

  test("confirms its topics, so that a change which failed is planned again", () => {
    expect(body(stack(name), "aws_lambda_invocation.topics_confirmed").lifecycle_scope).toBeUndefined();
  });

  test("lets Firehose connect, for this account only where the environment says so", () => {
    const [statement] = blocks(body(stack(name), "data.aws_iam_policy_document.policy_firehose"), "statement");
    const forThisAccount = { test: "StringEquals", variable: "aws:SourceAccount", values: [expect.any(String)] };
    expect(statement).toMatchObject({
      actions: expect.arrayContaining([
        "kafka:CreateVpcConnection",
        "kafka:GetBootstrapBrokers",
        "kafka:DescribeClusterV2",
      ]),
      principals: [{ type: "Service", identifiers: ["firehose.amazonaws.com"] }],
      condition: trust.sourceAccount.firehose ? [forThisAccount] : [],
    });
  });

  test("has a host for operators only where it asks for one: no address, no key, sessions through SSM", () => {
    const hosts = resources(stack(name), "aws_instance");
    expect(hosts).toHaveLength(bastion ? 1 : 0);
    for (const host of hosts) {
      expect(host.body).toMatchObject({
        associate_public_ip_address: false,
        metadata_options: { http_tokens: "required" },
      });
      expect(host.body.key_name).toBeUndefined();
    }
  });

  test("has the host's security group, and that group's way to Kafka, in the host's own stack, so that both go together", () => {
    const [host] = resources(stack(name), "aws_instance");
    const groups = resources(stack(name), "aws_security_group");
    const inbound = resources(stack(name), "aws_vpc_security_group_ingress_rule");
    expect(groups.map(({ address }) => address)).toEqual(bastion ? ["aws_security_group.bastion_group"] : []);
    expect(resources(`${name}-network`, "aws_security_group").map(({ address }) => address)).not.toContain(
      "aws_security_group.bastion_group",
    );
    expect(host?.body.vpc_security_group_ids).toEqual(bastion ? ["${aws_security_group.bastion_group.id}"] : undefined);
    expect(inbound.filter(({ address }) => address.includes("bastion_group"))).toEqual([]);
    const [outbound] = resources(stack(name), "aws_vpc_security_group_egress_rule").filter(
      ({ body }) => Number(body.from_port) === 9098,
    );
    expect(outbound?.body.referenced_security_group_id).toEqual(
      bastion ? expect.stringMatching(/remote_state.*kafka_group/) : undefined,
    );
    const toKafka = inbound.filter(({ address }) => address.endsWith(".bastion_to_kafka"));
    expect(toKafka.map(({ body }) => body)).toMatchObject(
      bastion
        ? [
            {
              security_group_id: expect.stringMatching(/remote_state.*kafka_group/),
              referenced_security_group_id: "${aws_security_group.bastion_group.id}",
              ip_protocol: "tcp",
              from_port: 9098,
              to_port: 9098,
            },
          ]
        : [],
    );
  });
});
