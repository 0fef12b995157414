import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, type KafkaMessage, logLevel, type Message } from "kafkajs";
import { loadEnvironment } from "../../../envs/load";
import { scan } from "../../../handlers/replay/scan";
import { type RunningBroker, startBroker } from "../../../local/platform/broker";
import { topics } from "../../../stacks/streaming/topics";
import { letter, trade } from "./replay/letters";
import { ReplayProgram } from "./replay/program";

const ENVIRONMENT = loadEnvironment("local");
const { input, dlq } = ENVIRONMENT.kafka.topics;
const NOW = Math.floor(Date.now() / 1000);
const WRONG = 300;

let dir: string;
let broker: RunningBroker;
let kafka: Kafka;
let replay: ReplayProgram;

const file = (name: string) => join(dir, name);
const inFile = async (name: string): Promise<Record<string, unknown>[]> =>
  (await readFile(file(name), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

async function send(topic: string, messages: Message[]): Promise<void> {
  const producer = kafka.producer();
  await producer.connect();
  await producer.send({ topic, messages });
  await producer.disconnect();
}

/** Committed records of the input topic that replace a refused one, with their partition. */
async function replacements(): Promise<(KafkaMessage & { partition: number; of: string })[]> {
  const admin = kafka.admin();
  await admin.connect();
  const offsets = await admin.fetchTopicOffsets(input.name);
  await admin.disconnect();
  const spans = offsets.map(({ partition, low, high }) => ({ partition, start: BigInt(low), end: BigInt(high) }));
  const found: (KafkaMessage & { partition: number; of: string })[] = [];
  await scan(kafka, { topic: input.name, groupId: "test", spans }, (partition, message) => {
    const of = message.headers?.["replay.of"];
    if (of !== undefined) found.push({ ...message, partition, of: String(of) });
  });
  return found;
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "replay-"));
  broker = await startBroker({ dir: join(dir, "broker") });
  kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  replay = new ReplayProgram(broker);
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: Object.entries(topics(ENVIRONMENT)).map(([topic, { partitions, configs }]) => ({
      topic,
      numPartitions: partitions,
      configEntries: Object.entries(configs).map(([name, value]) => ({ name, value })),
    })),
  });
  await admin.disconnect();
  await send(input.name, [{ key: "AMZN", value: trade(NOW, 1, "newest") }]);
  await send(dlq.name, [
    ...Array.from({ length: WRONG }, (_, index) =>
      letter(index, "invalid_price", trade(NOW, -1, `é ${index}`), {
        correlation_id: `c${index}`,
        twice: ["a", Buffer.from([0xff])],
      }),
    ),
    letter(WRONG, "late", trade(NOW - 7200, 1, "late")),
    letter(WRONG + 1, "invalid_json", Buffer.from([0xff, 0x1b])),
    { key: null, value: "not written by the job" },
  ]);
});

afterAll(async () => {
  await broker?.stop();
  await rm(dir, { recursive: true, force: true });
});

test("list shows how many there are of each reason, and samples that are safe to look at", async () => {
  const { code, output } = await replay.run(["list", "--samples", "302"]);
  expect(code).toBe(0);
  expect(output).toMatch(/302 dead letters\n +300 {2}invalid_price\n +1 {2}/);
  expect(output).toContain(`${dlq.name}/0/302 is not a dead letter of the job`);
  expect(output).toContain("correlation id c7, key key 7");
  expect(output).toContain("\\u{fffd}\\u{1b}");
  expect(output).not.toContain("\u001b");
});

test("export writes one line per record, and no file over another", async () => {
  const { code } = await replay.run(["export", "--reason", "invalid_price", "--file", file("wrong")]);
  expect(code).toBe(0);
  expect(await inFile("wrong")).toHaveLength(WRONG);
  const again = await replay.run(["export", "--file", file("wrong")]);
  expect(again).toMatchObject({
    code: 1,
    output: expect.stringContaining("exists already: an export is never written over another"),
  });
  await replay.run(["export", "--partition", "0", "--offset", "300", "--since", "1h", "--file", file("rest")]);
  expect((await inFile("rest")).map(({ reason }) => reason)).toEqual(["late", "invalid_json"]);
});

test("publish refuses what the contract refuses, and what would be late, by line", async () => {
  const wrong = await replay.run(["publish", "--file", file("wrong"), "--confirm"]);
  expect(wrong).toMatchObject({ code: 1, output: expect.stringContaining("line 1: price is -1; Too small") });
  const late = await replay.run(["publish", "--file", file("rest"), "--confirm"]);
  expect(late.output).toMatch(/line 1: timestamp is \d+, whose window ended at .* late/);
  expect(late.output).toMatch(/line 2: value is .*; it must be JSON in UTF-8/);
  expect(late.output).toContain("Nothing was published.");
  expect(await replacements()).toEqual([]);
});

test("without --confirm publish only says what it would do", async () => {
  const corrected = (await readFile(file("wrong"), "utf8")).replaceAll('\\"price\\":-1', '\\"price\\":1.5');
  await writeFile(file("corrected"), corrected);
  const { code, output } = await replay.run(["publish", "--file", file("corrected")]);
  expect({ code, output }).toEqual({
    code: 0,
    output: `300 would be published to ${input.name}; --confirm does it.\n`,
  });
  expect(await replacements()).toEqual([]);
});

test("a run that is killed, and another after it, publish each record once, with all of its bytes", async () => {
  const confirmed = ["publish", "--file", file("corrected"), "--confirm"];
  const killed = await replay.run([...confirmed, "--transaction-records", "1"], (output, program) => {
    if (output.includes("20 published")) program.kill("SIGKILL");
  });
  expect(killed.code).toBeNull();
  const done = Number(/(\d+) published …\n$/.exec(killed.output)?.[1]);
  expect(done).toBeLessThan(WRONG);

  const second = await replay.run(confirmed);
  expect(second.code).toBe(0);
  const [, before] =
    /^(\d+) were published before/.exec(second.output.slice(second.output.search(/\d+ were published before/))) ?? [];
  expect(Number(before)).toBeGreaterThanOrEqual(done);

  const found = await replacements();
  const expected = Array.from({ length: WRONG }, (_, index) => ({
    of: `${input.name}/1/${1000 + index}`,
    partition: 1,
    key: Buffer.from(`key ${index}`),
    value: trade(NOW, 1.5, `é ${index}`),
    headers: {
      correlation_id: Buffer.from(`c${index}`),
      twice: [Buffer.from("a"), Buffer.from([0xff])],
      "replay.of": Buffer.from(`${input.name}/1/${1000 + index}`),
    },
  }));
  const byPlace = (a: { of: string }, b: { of: string }) => a.of.localeCompare(b.of);
  expect(
    found.sort(byPlace).map(({ of, partition, key, value, headers }) => ({ of, partition, key, value, headers })),
  ).toEqual(expected.sort(byPlace));

  const third = await replay.run(confirmed);
  expect(third.output).toContain("300 were published before, and are left alone.");
  expect(await replacements()).toHaveLength(WRONG);
});

test("of two runs at once each record is published once", async () => {
  const [late] = await inFile("rest");
  await writeFile(file("late"), `${JSON.stringify(late)}\n`);
  const run = () => replay.run(["publish", "--file", file("late"), "--confirm", "--allow-late"]);
  // They end each other's transactions, or find the other one reading: either may fail, and is to be run again.
  await Promise.all([run(), run()]);
  expect(await run()).toMatchObject({ code: 0 });
  expect((await replacements()).filter(({ of }) => of === late?.of)).toHaveLength(1);
});

test("publish refuses when the input topic no longer knows what was replayed, unless an option says that it does not matter", async () => {
  const [, broken] = await inFile("rest");
  await writeFile(file("old"), `${JSON.stringify({ ...broken, value: { text: String(trade(NOW, 1, "old")) } })}\n`);
  const admin = kafka.admin();
  await admin.connect();
  // kafkajs deletes from topics only that it has asked about.
  await admin.fetchTopicOffsets(input.name);
  await admin.deleteTopicRecords({ topic: input.name, partitions: [{ partition: 1, offset: "1" }] });
  await admin.disconnect();

  const refused = await replay.run(["publish", "--file", file("old"), "--confirm"]);
  expect(refused).toMatchObject({
    code: 1,
    output: expect.stringContaining("nobody can tell whether it was replayed before"),
  });
  const insisted = await replay.run(["publish", "--file", file("old"), "--confirm", "--accept-duplicates"]);
  expect(insisted).toMatchObject({ code: 0, output: expect.stringContaining("1 were published to") });
});
