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
    managed: { partitions: 2, configs: { "retention.ms": HOUR, "compression.type": "zstd" } },
    doomed: { partitions: 1 },
  };
  let topics: RunningFunction;
  beforeAll(async () => {
    topics = await start("create-topics", {});
  });
  const apply = (action: string, wanted: unknown, previous: unknown = null) =>
    topics.invoke<TopicsResult>({ topics: wanted, tf: { action, prev_input: previous && { topics: previous } } });

  it("creates topics with their partitions and configurations", async () => {
    const result = await apply("create", first);

    expect(result.created).toEqual(["managed", "doomed"]);
    expect(await partitionsOf("managed")).toBe(2);
    expect(await configsOf("managed")).toEqual({ "retention.ms": HOUR, "compression.type": "zstd" });
  });

  it("takes topics that exist for created", async () => {
    const result = await apply("create", first);

    expect(result).toEqual({
      topics: { managed: { partitions: 2 }, doomed: { partitions: 1 } },
      created: [],
      grown: [],
      configured: [],
      removed: [],
    });
  });

  it("grows partitions, drops configurations that are no longer asked for, keeps those of others, and removes topics", async () => {
    await admin.alterConfigs({
      validateOnly: false,
      resources: [
        {
          type: 2,
          name: "managed",
          configEntries: [
            { name: "retention.ms", value: HOUR },
            { name: "compression.type", value: "zstd" },
            { name: "segment.bytes", value: "1048576" },
          ],
        },
      ],
    });

    const result = await apply("update", { managed: { partitions: 5, configs: { "retention.ms": "7200000" } } }, first);

    expect(result).toMatchObject({ grown: ["managed"], configured: ["managed"], removed: ["doomed"] });
    expect(await partitionsOf("managed")).toBe(5);
    expect(await configsOf("managed")).toEqual({ "retention.ms": "7200000", "segment.bytes": "1048576" });
    expect(await admin.listTopics()).not.toContain("doomed");
  });

  it("refuses to shrink a topic and changes nothing", async () => {
    const shrunk = { managed: { partitions: 3, configs: {} }, other: { partitions: 1 } };

    await expect(apply("update", shrunk, first)).rejects.toThrow(
      /managed: has 5 partitions, asked for 3.*never removes/,
    );
    expect(await admin.listTopics()).not.toContain("other");
  });

  it("deletes topics, and succeeds when they are gone already", async () => {
    const wanted = { managed: { partitions: 5 } };

    expect((await apply("delete", wanted, wanted)).removed).toEqual(["managed"]);
    expect((await apply("delete", wanted, wanted)).removed).toEqual([]);
    expect(await admin.listTopics()).not.toContain("managed");
  });
});

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
