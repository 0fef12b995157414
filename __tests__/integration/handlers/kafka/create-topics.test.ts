import type { TopicsResult } from "../../../../handlers/create-topics/core";
import type { RunningFunction } from "../lambda-runtime";
import { useKafkaWithFunctions } from "./kafka-with-functions";

const rig = useKafkaWithFunctions();

async function configsOf(topic: string): Promise<Record<string, string>> {
  const { resources } = await rig().admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: 2, name: topic }],
  });
  const own = resources[0]!.configEntries.filter(({ configSource }) => Number(configSource) === 1);
  return Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
}

async function partitionsOf(topic: string): Promise<number> {
  const { topics } = await rig().admin.fetchTopicMetadata({ topics: [topic] });
  return topics[0]!.partitions.length;
}

async function send(topic: string, count: number): Promise<void> {
  const producer = rig().kafka.producer({ createPartitioner: () => () => 0 });
  await producer.connect();
  await producer.send({
    topic,
    messages: Array.from({ length: count }, (_, index) => ({ key: "k", value: `${index}` })),
  });
  await producer.disconnect();
}

/**
 * Deletes the topic's records, as retention does. With a client of its own: one that has asked for a topic's offsets asks for that topic
 * with every later request, and fails once it is deleted.
 */
async function emptied(topic: string): Promise<void> {
  const own = rig().kafka.admin();
  await own.connect();
  const partitions = (await own.fetchTopicOffsets(topic)).filter(({ high }) => high !== "0");
  await own.deleteTopicRecords({
    topic,
    partitions: partitions.map(({ partition, high }) => ({ partition, offset: high })),
  });
  await own.disconnect();
}

describe("create-topics, against a broker that checks IAM tokens", () => {
  const HOUR = "3600000";
  const first = {
    managed: {
      partitions: 2,
      configs: { "retention.ms": HOUR, "cleanup.policy": "compact", "compression.type": "zstd" },
    },
    doomed: { partitions: 1, configs: {} },
  };
  let topics: RunningFunction;
  beforeAll(async () => {
    topics = await rig().startFunction("create-topics", {});
  });
  const apply = (action: string, wanted: unknown, previous: unknown = null, more: Record<string, unknown> = {}) =>
    topics.invoke<TopicsResult>({
      topics: wanted,
      deletion: "empty",
      ...more,
      tf: { action, prev_input: previous && { topics: previous } },
    });

  it("creates topics with their partitions and configurations", async () => {
    const result = await apply("create", first);

    expect(result.created).toEqual(["managed", "doomed"]);
    expect(await partitionsOf("managed")).toBe(2);
    expect(await configsOf("managed")).toEqual(first.managed.configs);
  });

  it("takes topics that exist for created", async () => {
    const result = await apply("create", first);

    expect(result).toEqual({ topics: first, created: [], grown: [], configured: [], removed: [], left: [] });
  });

  it("grows partitions, resets configurations that are no longer asked for, and touches no other and no other topic", async () => {
    await rig().admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: 2,
          name: "managed",
          configEntries: Object.entries({ ...first.managed.configs, "segment.bytes": "1048576" }).map(
            ([name, value]) => ({ name, value }),
          ),
        },
      ],
    });
    const configs = { "retention.ms": "7200000", "cleanup.policy": "compact" };

    const result = await apply("update", { managed: { partitions: 5, configs } }, first);

    expect(result).toMatchObject({ grown: ["managed"], configured: ["managed"], removed: [], left: ["doomed"] });
    expect(await partitionsOf("managed")).toBe(5);
    expect(await configsOf("managed")).toEqual({ ...configs, "segment.bytes": "1048576" });
    expect(await rig().admin.listTopics()).toContain("doomed");
  });

  it("tells a configuration that the broker refuses in the broker's own words", async () => {
    const wrong = { managed: { partitions: 5, configs: { "retention.ms": "-7" } } };

    await expect(apply("update", wrong)).rejects.toThrow(/managed: Invalid value -7 for configuration retention\.ms/);
  });

  it("finishes what failed when it is asked to confirm", async () => {
    const wanted = { managed: { partitions: 6, configs: { "cleanup.policy": "compact" } } };
    const event = { topics: wanted, previous_topics: { managed: { partitions: 5, configs: { "retention.ms": "1" } } } };

    expect(await topics.invoke<TopicsResult>(event)).toMatchObject({ grown: ["managed"], configured: ["managed"] });
    expect(await topics.invoke<TopicsResult>(event)).toMatchObject({ topics: wanted, grown: [], configured: [] });
    expect(await configsOf("managed")).toEqual({ "cleanup.policy": "compact", "segment.bytes": "1048576" });
  });

  it("refuses to shrink a topic and changes nothing", async () => {
    const shrunk = { managed: { partitions: 3, configs: {} }, other: { partitions: 1 } };

    await expect(apply("update", shrunk, first)).rejects.toThrow(
      /managed: has 6 partitions, asked for 3.*never removes/,
    );
    expect(await rig().admin.listTopics()).not.toContain("other");
  });

  it("deletes a topic only when it is named for that and holds no records", async () => {
    await send("doomed", 3);
    const wanted = { managed: { partitions: 6 } };
    const retire = (deletion: string) => apply("update", wanted, wanted, { deletion, retired_topics: ["doomed"] });

    await expect(retire("empty")).rejects.toThrow(
      /No topic was changed, because deletion is "empty" and topic doomed holds 3 records/,
    );
    expect(await rig().admin.listTopics()).toContain("doomed");
    expect((await retire("always")).removed).toEqual(["doomed"]);
    expect((await retire("always")).removed).toEqual([]);
    expect(await rig().admin.listTopics()).not.toContain("doomed");
  });

  it("deletes no topic with records when Terraform destroys or replaces it, and succeeds when topics are gone", async () => {
    const wanted = { kept: { partitions: 2 } };
    await apply("create", wanted);
    await send("kept", 2);

    await expect(apply("delete", wanted, wanted)).rejects.toThrow(/topic kept holds 2 records\. What to do: /);
    expect((await apply("delete", wanted, wanted, { deletion: "never" })).left).toEqual(["kept"]);
    expect(await rig().admin.listTopics()).toContain("kept");
    await emptied("kept");
    expect((await apply("delete", wanted, wanted)).removed).toEqual(["kept"]);
    expect((await apply("delete", wanted, wanted)).removed).toEqual([]);
    expect(await rig().admin.listTopics()).not.toContain("kept");
  });

  it("says why it could not connect once it gives up", async () => {
    const refused = await rig().startFunction("create-topics", { AWS_SECRET_ACCESS_KEY: "wrong" });

    await expect(refused.invoke({ topics: first }, { timeoutMs: 12_000 })).rejects.toThrow(
      /Managing the topics failed: tried \d+ times in \d+ s, and at last: .*What to do: .*kafka-cluster:Connect/,
    );
  });
});
