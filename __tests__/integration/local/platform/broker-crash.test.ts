import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel, type Producer } from "kafkajs";
import { type RunningBroker, startBroker } from "../../../../local/platform/broker";
import { freePorts } from "../../../../local/ports";
import { TopicLog } from "../../flink-job/faults/topic-log";

const TOPIC = "committed";
/** With so many, a commit takes so long that the crash finds some half done. */
const PRODUCERS = 8;
const PARTITIONS = 100;
const COMMITTING_MS = 3_000;
const READING_MS = 120_000;

let dir: string;
let broker: RunningBroker;

afterEach(async () => {
  await broker?.stop();
  await rm(dir, { recursive: true, force: true });
});

const producerOf = (kafka: Kafka, index: number): Producer =>
  kafka.producer({
    transactionalId: `committer-${index}`,
    maxInFlightRequests: 1,
    idempotent: true,
    retry: { retries: 10, initialRetryTime: 20, maxRetryTime: 200 },
  });

const toEach = (value: string) => Array.from({ length: PARTITIONS }, (_, partition) => ({ value, partition }));

/** Commits one transaction after another until the broker is gone. */
async function commitUntilTheEnd(producer: Producer): Promise<void> {
  try {
    for (;;) {
      const transaction = await producer.transaction();
      await transaction.send({ topic: TOPIC, messages: toEach("before") });
      await transaction.commit();
    }
  } catch {
    await producer.disconnect().catch(() => undefined);
  }
}

it("completes the transactions that a crash has interrupted, so that readers of committed records continue", async () => {
  dir = await mkdtemp(join(tmpdir(), "broker-"));
  const ports = await freePorts(["plain", "iam", "controller"]);
  broker = await startBroker({ dir, ports });
  const kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: PARTITIONS }], waitForLeaders: true });
  await admin.disconnect();

  const producers = Array.from({ length: PRODUCERS }, (_, index) => producerOf(kafka, index));
  await Promise.all(producers.map((producer) => producer.connect()));
  const committing = producers.map(commitUntilTheEnd);
  await sleep(COMMITTING_MS);
  process.kill(broker.pid, "SIGKILL");
  await Promise.all(committing);
  await broker.stop();

  broker = await startBroker({ dir, ports });
  // A producer's next transaction ends the one that it has left open; only those that were being committed are the broker's to complete.
  for (const [index] of producers.entries()) {
    const producer = producerOf(kafka, index);
    await producer.connect();
    await (await producer.transaction()).abort();
    await producer.disconnect();
  }
  const marker = kafka.producer();
  await marker.connect();
  await marker.send({ topic: TOPIC, messages: toEach("after") });
  await marker.disconnect();

  const reader = await TopicLog.start(kafka, TOPIC);
  const read = () => reader.records.filter(({ message }) => String(message.value) === "after").length;
  for (const deadline = Date.now() + READING_MS; read() < PARTITIONS && Date.now() < deadline; ) await sleep(200);
  const partitions = read();
  await reader.stop();
  expect(partitions).toBe(PARTITIONS);
}, 300_000);
