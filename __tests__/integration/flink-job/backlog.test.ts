import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel } from "kafkajs";
import { type RunningBroker, startBroker } from "../../../local/platform/broker";
import { buildJob } from "../../../scripts/build-job";
import { EVENT_TIME, PARTITIONS, recording } from "./backlog/recording";
import { violationsIn } from "./faults/invariants";
import { judged } from "./faults/judged-record";
import { jobProperties } from "./faults/rig";
import { TopicLog } from "./faults/topic-log";
import { JobProcess } from "./job-process";
import { eventually } from "./poison/topic-reader";
import type { PlacedMessage } from "./upgrade/records";

const STEP_SECONDS = 20;
const LIVE_PAUSE_MS = 300;
const WITHIN_MS = 200_000;
const NO_TICKER = "";

const STEPS = recording(20_261_130, Math.floor(Date.now() / 1000), STEP_SECONDS);
const RECORDS = STEPS.flat().length;

let dir: string;
let broker: RunningBroker;
let kafka: Kafka;

async function createTopics(names: readonly string[]): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const configEntries = [{ name: "retention.ms", value: "-1" }];
    await admin.createTopics({
      topics: names.map((topic) => ({ topic, numPartitions: PARTITIONS, configEntries })),
    });
  } finally {
    await admin.disconnect();
  }
}

async function write(topic: string, steps: readonly PlacedMessage[][], pauseMs: number): Promise<void> {
  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  try {
    for (const messages of steps) {
      await producer.send({ topic, messages });
      await sleep(pauseMs);
    }
  } finally {
    await producer.disconnect();
  }
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "backlog-"));
  buildJob();
  broker = await startBroker({ dir: join(dir, "broker") });
  kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  await createTopics(["recorded"]);
  await write("recorded", STEPS, 0);
}, 600_000);

afterAll(async () => {
  await broker?.stop();
  await rm(dir, { recursive: true, force: true });
});

/** Expects of the job that it makes of the topic what its records alone say, whenever it reads them. */
async function expectRightResults(
  name: string,
  inputTopic: string,
  parallelism: number,
  meanwhile: () => Promise<void>,
) {
  const topics = { output: `output-${name}`, dlq: `dlq-${name}` };
  await createTopics(Object.values(topics));
  const home = join(dir, name);
  await mkdir(home);
  const job = new JobProcess(home, broker, {
    kafka: {
      "bootstrap.servers": broker.bootstrapIam,
      "input.topic": inputTopic,
      "output.topic": topics.output,
      "dlq.topic": topics.dlq,
      "group.id": name,
    },
    job: { ...jobProperties(EVENT_TIME), "transactional.id.prefix": name },
  });
  const [input, output, deadLetters] = await Promise.all(
    [inputTopic, topics.output, topics.dlq].map((topic) => TopicLog.start(kafka, topic)),
  );
  try {
    await job.start({ parallelism });
    await meanwhile();
    const problems = () => [
      ...(input!.size === RECORDS ? [] : [`${input!.size} of ${RECORDS} records are in the input topic`]),
      ...(job.alive ? [] : [`the job has ended; its log is ${job.logFile}`]),
      ...violationsIn({
        inputTopic,
        input: input!.records,
        acknowledged: new Set(),
        output: output!.records,
        deadLetters: deadLetters!.records,
        eventTime: EVENT_TIME,
        closingTicker: NO_TICKER,
      }),
    ];
    expect(await eventually(problems, (found) => found.length === 0, WITHIN_MS)).toEqual([]);
    const reasons = new Set(input!.records.map((record) => judged(record, EVENT_TIME).refusal ?? "trade"));
    expect(reasons).toEqual(new Set(["trade", "late", "future", "invalid_json"]));
  } finally {
    await Promise.all([input, output, deadLetters].map((log) => log?.stop()));
    await job.kill();
  }
}

test.each([1, 2, 4])(
  "a topic that is read as a backlog, at parallelism %d, gives the windows and dead letters that its records alone say",
  (parallelism) => expectRightResults(`backlog-${parallelism}`, "recorded", parallelism, async () => undefined),
  300_000,
);

test("so does one that is read as it comes", async () => {
  await createTopics(["live"]);
  await expectRightResults("live", "live", 2, () => write("live", STEPS, LIVE_PAUSE_MS));
}, 300_000);
