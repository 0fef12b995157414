import { Completion } from "../shared/completion";
import type { Admin, Consumer, Kafka } from "../shared/kafka";
import { rangesOf, type Span } from "../shared/offsets";
import type { ReadLimits, TopicReader } from "./core";
import type { EndReason, RawRecord, Reading } from "./report";

/** Milliseconds for which a broker may hold a fetch back when there is nothing new. */
const LONGEST_FETCH_MS = 500;
/** Milliseconds after which the group forgets a run that ended without leaving. */
const SESSION_MS = 10_000;
/** Milliseconds that are kept for leaving the group: a frozen function cannot, and would hold the next run up. */
const LEAVING_MS = 2_000;

/** Reads topics over kafkajs. The group is joined for a run and left at its end; nothing is committed. */
export function kafkaReader(kafka: Kafka, admin: Admin, groupId: string): TopicReader {
  return {
    ranges: (topic) => rangesOf(admin, topic),
    async offsetsAt(topic, timestamp) {
      const offsets = await admin.fetchTopicOffsetsByTimestamp(topic, timestamp);
      return new Map(offsets.map(({ partition, offset }) => [partition, BigInt(offset)]));
    },
    async read(topic, spans, reading, limits) {
      const consumer = kafka.consumer({
        groupId,
        allowAutoTopicCreation: false,
        maxWaitTimeInMs: LONGEST_FETCH_MS,
        sessionTimeout: SESSION_MS,
        rebalanceTimeout: SESSION_MS,
      });
      try {
        return await run(consumer, topic, spans, reading, limits);
      } finally {
        await limits.deadline.within("Leaving the group", consumer.disconnect()).catch(() => undefined);
      }
    },
  };
}

/** Reads until the first reason to end, or fails with the consumer. */
async function run(
  consumer: Consumer,
  topic: string,
  spans: readonly Span[],
  reading: Reading,
  { idleMs, waitMs, deadline }: ReadLimits,
): Promise<EndReason> {
  const completion = new Completion<EndReason>();
  const progress = () => {
    if (reading.full) completion.end("limit");
    else if (waitMs !== undefined) return;
    else if (reading.complete) completion.end("end");
    else completion.endAfter("idle", idleMs);
  };
  const { CRASH, GROUP_JOIN, END_BATCH_PROCESS } = consumer.events;
  // kafkajs starts again by itself where that can help, such as while a new group's coordinator loads; time is the bound.
  let setback: Error | undefined;
  consumer.on(CRASH, ({ payload: { error, restart } }) => {
    if (restart) setback = error;
    else completion.fail(error);
  });
  consumer.on(GROUP_JOIN, ({ payload: { memberAssignment, groupId } }) => {
    setback = undefined;
    const assigned = memberAssignment[topic] ?? [];
    if (!spans.every(({ partition }) => assigned.includes(partition)))
      completion.fail(new Error(`Another run of the group ${groupId} reads ${topic}. Try again when it has ended`));
    // Here, before the first fetch, so that nothing is read from where the group happens to stand.
    seek(consumer, topic, assigned, reading);
    if (waitMs !== undefined) completion.endAfter("waited", waitMs);
    progress();
  });
  // Also comes for batches that hold only the markers of transactions.
  consumer.on(END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
    reading.passed(partition, BigInt(lastOffset) + 1n);
    progress();
  });
  completion.endAfter("deadline", Math.max(0, deadline.remainingMs() - LEAVING_MS));
  start(consumer, topic, (record) => reading.take(record)).catch((error) => completion.fail(error));
  const reason = await completion.ended;
  if (setback) throw setback;
  return reason;
}

async function start(consumer: Consumer, topic: string, take: (record: RawRecord) => void): Promise<void> {
  await consumer.connect();
  await consumer.subscribe({ topic });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { partition, messages } }) => {
      for (const { offset, timestamp, key, value, headers } of messages) {
        const texts = Object.entries(headers ?? {}).map(([name, bytes]) => [name, bytes?.toString()]);
        take({
          partition,
          offset: BigInt(offset),
          timestamp,
          key: key?.toString(),
          value,
          headers: Object.fromEntries(texts),
        });
      }
    },
  });
}

function seek(consumer: Consumer, topic: string, assigned: readonly number[], reading: Reading): void {
  for (const partition of assigned) {
    const position = reading.position(partition);
    if (position === undefined) consumer.pause([{ topic, partitions: [partition] }]);
    else consumer.seek({ topic, partition, offset: `${position}` });
  }
}
