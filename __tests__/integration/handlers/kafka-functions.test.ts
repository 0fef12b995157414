import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Admin, Kafka, logLevel } from "kafkajs";
import type { ReadReport } from "../../../handlers/consumer/report";
import type { TopicsResult } from "../../../handlers/create-topics/core";
import type { ProduceSummary } from "../../../handlers/producer/core";
import { type RunningBroker, startBroker } from "../../../local/platform/broker";
import { type RunningFunction, startFunction } from "./lambda-runtime";

const INPUT = "prices";
const OUTPUT = "aggregates";
const CREDENTIALS = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };

// Starting a broker and waiting for time-outs takes longer than a unit test may.
jest.setTimeout(60_000);

let directory: string;
let broker: RunningBroker;
let kafka: Kafka;
let admin: Admin;
const functions: RunningFunction[] = [];

async function start(...[name, settings]: [Parameters<typeof startFunction>[0], Record<string, string>]) {
  const started = await startFunction(name, directory, {
    AWS_REGION: "us-east-1",
    KAFKA_BOOTSTRAP_BROKERS: broker.bootstrapIam,
    NODE_EXTRA_CA_CERTS: broker.tls.caBundle,
    ...CREDENTIALS,
    ...settings,
  });
  functions.push(started);
  return started;
}

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), "functions-"));
  broker = await startBroker({ dir: path.join(directory, "broker") });
  kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  admin = kafka.admin();
  await admin.connect();
}, 300_000);

afterAll(async () => {
  await Promise.all(functions.map((running) => running.stop()));
  await admin?.disconnect();
  await broker?.stop();
  rmSync(directory, { recursive: true, force: true });
}, 60_000);

async function configsOf(topic: string): Promise<Record<string, string>> {
  const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: 2, name: topic }] });
  const own = resources[0]!.configEntries.filter(({ configSource }) => Number(configSource) === 1);
  return Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]));
}

async function partitionsOf(topic: string): Promise<number> {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  return topics[0]!.partitions.length;
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
    topics = await start("create-topics", {});
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
    await admin.alterConfigs({
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
    expect(await admin.listTopics()).toContain("doomed");
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
    expect(await admin.listTopics()).not.toContain("other");
  });

  it("deletes a topic only when it is named for that and holds no records", async () => {
    await send("doomed", 3);
    const wanted = { managed: { partitions: 6 } };
    const retire = (deletion: string) => apply("update", wanted, wanted, { deletion, retired_topics: ["doomed"] });

    await expect(retire("empty")).rejects.toThrow(
      /No topic was changed, because deletion is "empty" and topic doomed holds 3 records/,
    );
    expect(await admin.listTopics()).toContain("doomed");
    expect((await retire("always")).removed).toEqual(["doomed"]);
    expect((await retire("always")).removed).toEqual([]);
    expect(await admin.listTopics()).not.toContain("doomed");
  });

  it("deletes no topic with records when Terraform destroys or replaces it, and succeeds when topics are gone", async () => {
    const wanted = { kept: { partitions: 2 } };
    await apply("create", wanted);
    await send("kept", 2);

    await expect(apply("delete", wanted, wanted)).rejects.toThrow(/topic kept holds 2 records\. What to do: /);
    expect((await apply("delete", wanted, wanted, { deletion: "never" })).left).toEqual(["kept"]);
    expect(await admin.listTopics()).toContain("kept");
    await emptied("kept");
    expect((await apply("delete", wanted, wanted)).removed).toEqual(["kept"]);
    expect((await apply("delete", wanted, wanted)).removed).toEqual([]);
    expect(await admin.listTopics()).not.toContain("kept");
  });

  it("says why it could not connect once it gives up", async () => {
    const refused = await start("create-topics", { AWS_SECRET_ACCESS_KEY: "wrong" });

    await expect(refused.invoke({ topics: first }, { timeoutMs: 12_000 })).rejects.toThrow(
      /Managing the topics failed: tried \d+ times in \d+ s, and at last: .*What to do: .*kafka-cluster:Connect/,
    );
  });
});

async function send(topic: string, count: number): Promise<void> {
  const producer = kafka.producer({ createPartitioner: () => () => 0 });
  await producer.connect();
  await producer.send({
    topic,
    messages: Array.from({ length: count }, (_, index) => ({ key: "k", value: `${index}` })),
  });
  await producer.disconnect();
}

/** Deletes the topic's records, as retention does. */
async function emptied(topic: string): Promise<void> {
  const partitions = (await admin.fetchTopicOffsets(topic)).filter(({ high }) => high !== "0");
  await admin.deleteTopicRecords({
    topic,
    partitions: partitions.map(({ partition, high }) => ({ partition, offset: high })),
  });
}

describe("producer", () => {
  it("writes valid, keyed prices with the invocation's correlation id, on one connection for all invocations", async () => {
    await admin.createTopics({ topics: [{ topic: INPUT, numPartitions: 3 }] });
    const producer = await start("producer", {
      INPUT_TOPIC: INPUT,
      TICKERS: "AMZN,MSFT",
      RECORDS_PER_INVOCATION: "40",
    });

    const summary = await producer.invoke<ProduceSummary>({ correlation_id: "trace-1" });
    await producer.invoke({});

    expect(summary).toMatchObject({ topic: INPUT, records: 40, correlation_id: "trace-1" });
    const ranges = await admin.fetchTopicOffsets(INPUT);
    expect(ranges.reduce((sum, { high }) => sum + Number(high), 0)).toBe(80);
    expect(producer.log().find(({ message }) => message === "Sent prices")).toMatchObject({
      correlation_id: "trace-1",
    });
    expect(producer.log().find((line) => "RecordsProduced" in line)).toMatchObject({
      RecordsProduced: 40,
      Failures: 0,
    });
  });

  it("fails with the reason when the topic does not exist, and in time", async () => {
    const producer = await start("producer", { INPUT_TOPIC: "nowhere" });

    await expect(producer.invoke({}, { timeoutMs: 10_000 })).rejects.toThrow(/to nowhere failed: .*create the topic/);
  });

  it("is refused with a wrong secret, and fails in time", async () => {
    const producer = await start("producer", { INPUT_TOPIC: INPUT, AWS_SECRET_ACCESS_KEY: "wrong" });

    await expect(producer.invoke({}, { timeoutMs: 10_000 })).rejects.toThrow(
      /to prices failed: .*kafka-cluster:Connect/,
    );
  });
});

describe("consumer", () => {
  const aggregate = (ticker: string, index: number) => ({
    ticker,
    window_start: 1_700_000_000 + 60 * index,
    window_end: 1_700_000_060 + 60 * index,
    record_count: 2,
    price_sum: 20,
    price_avg: 10,
    price_min: 9,
    price_max: 11,
    price_open: 9,
    price_close: 11,
    volume_sum: 7,
  });
  let consumer: RunningFunction;

  beforeAll(async () => {
    await admin.createTopics({ topics: [{ topic: OUTPUT, numPartitions: 2 }] });
    const producer = kafka.producer({ idempotent: true, transactionalId: "test", maxInFlightRequests: 1 });
    await producer.connect();
    // As the job writes: in transactions, whose markers take offsets of their own.
    for (const partition of [0, 1]) {
      const transaction = await producer.transaction();
      const messages = Array.from({ length: 5 }, (_, index) => ({
        partition,
        key: "AMZN",
        value: JSON.stringify(aggregate("AMZN", index)),
        headers: { correlation_id: `window-${index}` },
      }));
      await transaction.send({ topic: OUTPUT, messages: [...messages, { partition, value: "{broken" }] });
      await transaction.commit();
    }
    await producer.disconnect();
    consumer = await start("consumer", { OUTPUT_TOPIC: OUTPUT, CONSUMER_GROUP: "inspection" });
  }, 60_000);

  it("reads from the beginning to the end and counts what breaks the contract", async () => {
    const report = await consumer.invoke<ReadReport>({ from: "earliest" });

    expect(report).toMatchObject({ topic: OUTPUT, ended: "end", read: 12, invalid: 2, behind: 0 });
    expect(report.next_offsets).toEqual({ "0": "7", "1": "7" });
    expect(report.records.filter((record) => "problem" in record)).toMatchObject([
      { text: "{broken" },
      { text: "{broken" },
    ]);
    expect(report.records[0]).toMatchObject({ headers: { correlation_id: "window-0" }, aggregate: { ticker: "AMZN" } });
  });

  it("goes on where the last run ended, and stops at the limit", async () => {
    const part = await consumer.invoke<ReadReport>({ from: { offsets: { "0": "0" } }, limit: 4 });
    const rest = await consumer.invoke<ReadReport>({ from: { offsets: part.next_offsets } });

    expect(part).toMatchObject({ ended: "limit", read: 4, behind: 3 });
    expect(rest).toMatchObject({ ended: "end", read: 2 });
    expect(rest.records[0]!.offset).toBe("4");
  });

  it("reads one partition, and the newest records only, if asked", async () => {
    const report = await consumer.invoke<ReadReport>({ from: { last: 3 }, partition: 1 });

    expect(report.records.map(({ partition, offset }) => [partition, offset])).toEqual([
      [1, "4"],
      [1, "5"],
    ]);
  });

  it("waits for new records with latest, and answers before the function's time-out", async () => {
    const report = await consumer.invoke<ReadReport>({ from: "latest", wait_seconds: 45 }, { timeoutMs: 8_000 });

    expect(report).toMatchObject({ ended: "deadline", read: 0 });
  });

  it("says what is wrong with an event", async () => {
    await expect(consumer.invoke({ from: "yesterday" })).rejects.toThrow(/from: expected "earliest"/);
    await expect(consumer.invoke({ from: "earliest", partition: 9 })).rejects.toThrow(/no partition 9/);
  });
});
