import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { CompressionTypes, Kafka, logLevel } from "kafkajs";
import { CASES_NOW } from "../../../contracts/cases";
import { WINDOW_SECONDS } from "../../../contracts/stock-aggregate";
import { loadEnvironment } from "../../../envs/load";
import { type RunningBroker, startBroker } from "../../../local/platform/broker";
import { buildJob } from "../../../scripts/build-job";
import { topics } from "../../../stacks/streaming/topics";
import { checkDeadLetters } from "./faults/dead-letters";
import { judged as judgedRecord } from "./faults/judged-record";
import type { EventTime } from "./faults/lateness";
import { placeOf, TopicLog } from "./faults/topic-log";
import { JobProcess } from "./job-process";
import { JobRest } from "./job-rest";
import { counted, judged, letterOf, sentContent, windowsOf, writtenWindows } from "./poison/accounting";
import { BUSY_PARTITIONS, closing, fuzzed, late, poisonous, WITHOUT_HEADER_VALUE } from "./poison/records";
import { batchBytes, type Poison, sendAll, sendHeaderWithoutValue, toMessage } from "./poison/sending";
import { eventually, TopicReader } from "./poison/topic-reader";

const ENVIRONMENT = loadEnvironment("local");
const { input, output, dlq } = ENVIRONMENT.kafka.topics;
const CONFIGS = topics(ENVIRONMENT);
const LIMIT = Number(CONFIGS[input.name]?.configs["max.message.bytes"]);
const WITHIN_MS = 60_000;
const LATE_BURST = 2000;
/** The partition that stays idle must not hold the others back for long; but those that the job reads must not be taken for idle. */
const IDLENESS_MS = 10_000;
const ALLOWED_LATENESS_SECONDS = 3600;
const EVENT_TIME: EventTime = {
  windowSeconds: WINDOW_SECONDS,
  outOfOrdernessMs: 5000,
  idlenessMs: IDLENESS_MS,
  allowedLatenessSeconds: ALLOWED_LATENESS_SECONDS,
};
/** A day after the cases: their windows are over then, also for late trades. */
const LATER = CASES_NOW + 86_400;

let dir: string;
let broker: RunningBroker;
let kafka: Kafka;
let job: JobProcess;
let sentRecords: TopicLog;
let letters: TopicReader;
let windows: TopicReader;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "poison-"));
  buildJob();
  broker = await startBroker({ dir: join(dir, "broker") });
  kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: Object.entries(CONFIGS).map(([topic, { configs }]) => ({
      topic,
      numPartitions: topic === input.name ? BUSY_PARTITIONS + 1 : 1,
      // The records' times are the test's, and older than the retention.
      configEntries: Object.entries({
        ...configs,
        "retention.ms": "-1",
        ...(topic === input.name ? { "message.timestamp.type": "CreateTime" } : {}),
      }).map(([name, value]) => ({ name, value })),
    })),
  });
  await admin.disconnect();
  job = new JobProcess(dir, broker, {
    kafka: {
      "bootstrap.servers": broker.bootstrapIam,
      "input.topic": input.name,
      "output.topic": output.name,
      "dlq.topic": dlq.name,
      "group.id": "job",
    },
    job: {
      "idleness.ms": String(IDLENESS_MS),
      "allowed.lateness.seconds": String(ALLOWED_LATENESS_SECONDS),
    },
  });
  await job.start();
  sentRecords = await TopicLog.start(kafka, input.name);
  [letters, windows] = (await Promise.all([dlq, output].map(({ name }) => TopicReader.start(kafka, name)))) as [
    TopicReader,
    TopicReader,
  ];
}, 600_000);

afterAll(async () => {
  await Promise.all([sentRecords?.stop(), letters?.stop(), windows?.stop()]);
  await job?.kill();
  await broker?.stop();
  await rm(dir, { recursive: true, force: true });
});

test("the topic refuses a record that no dead letter could hold, however well it is compressed", async () => {
  const producer = kafka.producer();
  await producer.connect();
  const zeros: Poison = { id: "too large", partition: 0, key: null, value: Buffer.alloc(2 * LIMIT) };
  const send = (compression: CompressionTypes) =>
    producer.send({ topic: input.name, compression, messages: [toMessage(zeros)] });
  await expect(send(CompressionTypes.GZIP)).rejects.toMatchObject({ type: "MESSAGE_TOO_LARGE" });
  await expect(send(CompressionTypes.None)).rejects.toMatchObject({ type: "MESSAGE_TOO_LARGE" });
  await producer.disconnect();
});

test("every poisonous record is in one window or one dead letter, and the job never restarts", async () => {
  const records = [...fuzzed(20_260_102, 10_000), ...poisonous(LIMIT)];
  expect(records.filter((record) => batchBytes(record) === LIMIT)).toHaveLength(2);
  await sendAll(kafka, input.name, records);
  await sendHeaderWithoutValue(broker.bootstrap, input.name, WITHOUT_HEADER_VALUE.id);
  const first = [...records, WITHOUT_HEADER_VALUE];
  await sendAll(kafka, input.name, closing(LATER));
  const accountedFor = () => letters.messages.length + counted(windows.messages);
  await eventually(accountedFor, (count) => count >= first.length, WITHIN_MS);

  const burst = late(LATE_BURST, LIMIT, LATER);
  await sendAll(kafka, input.name, burst);
  await eventually(accountedFor, (count) => count >= first.length + burst.length, WITHIN_MS);

  const { trades, reasons } = judged([...first, ...burst], EVENT_TIME);
  const got = letters.messages.map(letterOf);

  const sent = new Map([...first, ...burst].map((record) => [record.id, record] as const));
  expect(got.map(({ reason, content }) => [content.id, reason]).sort()).toEqual([...reasons].sort());
  for (const { content } of got) expect(content).toEqual(sentContent(sent.get(content.id)!));
  for (const { id } of burst) expect(reasons.get(id)).toBe("late");
  await eventually(
    () => sentRecords.size,
    (size) => size === sent.size + BUSY_PARTITIONS,
    WITHIN_MS,
  );
  expect(wrongLetters()).toEqual([]);

  expect(writtenWindows(windows.messages).sort()).toEqual([...windowsOf([...trades.values()])].sort());

  const rest = await JobRest.of(job.logFile);
  expect(new Set(await rest.attempts())).toEqual(new Set([0]));
  const expectedCounts = countsOf([...reasons.values()].filter((reason) => reason !== "late"));
  const counts = await eventually(
    () => invalidByReason(rest),
    (found) => isDeepStrictEqual(found, expectedCounts),
    WITHIN_MS,
  );
  expect(counts).toEqual(expectedCounts);
});

/** What is wrong with the dead letters, by the records in the topic. */
function wrongLetters(): readonly string[] {
  const records = new Map(
    sentRecords.records.map((record) => [
      placeOf(record.partition, record.message.offset),
      judgedRecord(record, EVENT_TIME),
    ]),
  );
  const dlqRecords = letters.messages.map((message) => ({ partition: 0, message }));
  return checkDeadLetters(dlqRecords, input.name, records).problems;
}

/** The job's counters `invalidRecords`, by reason; those at 0 are left out. */
async function invalidByReason(rest: JobRest): Promise<Record<string, number>> {
  const counters = [...(await rest.counters("invalidRecords"))].filter(([, count]) => count > 0);
  return Object.fromEntries(counters.map(([name, count]) => [name.split(".").at(-2), count]));
}

function countsOf(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
