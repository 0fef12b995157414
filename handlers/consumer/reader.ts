import type { Admin, Consumer, Kafka } from "../shared/kafka";
import type { ReadLimits, TopicReader } from "./core";
import type { Span } from "./positions";
import type { EndReason, Reading } from "./report";

/** Milliseconds for which a broker may hold a fetch back when there is nothing new. */
const LONGEST_FETCH_MS = 500;

/** Reads topics over kafkajs. The group is joined for a run and left at its end; nothing is committed. */
export function kafkaReader(kafka: Kafka, admin: Admin, groupId: string): TopicReader {
  return {
    async ranges(topic) {
      const offsets = await admin.fetchTopicOffsets(topic);
      return offsets
        .map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }))
        .sort((a, b) => a.partition - b.partition);
    },
    async offsetsAt(topic, timestamp) {
      const offsets = await admin.fetchTopicOffsetsByTimestamp(topic, timestamp);
      return new Map(offsets.map(({ partition, offset }) => [partition, BigInt(offset)]));
    },
    read: (topic, spans, reading, limits) => run(kafka, groupId, topic, spans, reading, limits),
  };
}

async function run(
  kafka: Kafka,
  groupId: string,
  topic: string,
  spans: readonly Span[],
  reading: Reading,
  { idleMs, waitMs, deadline }: ReadLimits,
): Promise<EndReason> {
  const consumer = kafka.consumer({ groupId, allowAutoTopicCreation: false, maxWaitTimeInMs: LONGEST_FETCH_MS });
  const timers = new Map<EndReason, NodeJS.Timeout>();
  try {
    return await new Promise<EndReason>((resolve, reject) => {
      const endAfter = (reason: EndReason, ms: number) => {
        clearTimeout(timers.get(reason));
        timers.set(reason, setTimeout(resolve, ms, reason));
      };
      const progress = () => {
        if (reading.full) resolve("limit");
        else if (waitMs !== undefined) return;
        else if (reading.complete) resolve("end");
        else endAfter("idle", idleMs);
      };
      endAfter("deadline", deadline.remainingMs());
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
        const assigned = new Set(payload.memberAssignment[topic] ?? []);
        if (!spans.every(({ partition }) => assigned.has(partition)))
          reject(
            new Error(`Another run of the group ${groupId} reads ${topic}: wait until it has ended, and try again`),
          );
        // Here, before the first fetch, so that nothing is read from where the group happens to stand.
        seek(consumer, topic, reading, assigned);
        if (waitMs !== undefined) endAfter("waited", waitMs);
        progress();
      });
      // Also comes for batches that hold only the markers of transactions.
      consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
        reading.passed(partition, BigInt(lastOffset) + 1n);
        progress();
      });

      const start = async () => {
        await consumer.connect();
        await consumer.subscribe({ topic });
        await consumer.run({
          autoCommit: false,
          eachBatch: async ({ batch }) => {
            for (const { offset, timestamp, key, value, headers } of batch.messages)
              reading.take({
                partition: batch.partition,
                offset: BigInt(offset),
                timestamp,
                key: key?.toString("utf8"),
                value,
                headers: Object.fromEntries(
                  Object.entries(headers ?? {}).map(([name, bytes]) => [name, bytes?.toString()]),
                ),
              });
          },
        });
      };
      start().catch(reject);
    });
  } finally {
    for (const timer of timers.values()) clearTimeout(timer);
    // Leaves the group, so that the next run need not wait for this one's session to expire.
    await deadline.within("Leaving the consumer group", consumer.disconnect()).catch(() => undefined);
  }
}

function seek(consumer: Consumer, topic: string, reading: Reading, assigned: Iterable<number>): void {
  for (const partition of assigned) {
    const position = reading.position(partition);
    if (position === undefined) consumer.pause([{ topic, partitions: [partition] }]);
    else consumer.seek({ topic, partition, offset: `${position}` });
  }
}
