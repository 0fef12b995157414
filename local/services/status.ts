import type { Kafka } from "kafkajs";
import { reason } from "./log";

/** Lag of each consumer group by topic, in records. */
export type Lags = Record<string, Record<string, number>>;

/** Records of each topic and lags of each group, or why they are not known. */
export interface KafkaFigures {
  readonly topics: Record<string, number>;
  readonly lags: Lags;
  readonly problem?: string;
}

const internal = (topic: string) => topic.startsWith("__");

/** Counts records by their offsets: exact for topics that are neither compacted nor transactional, else an upper bound. */
export async function kafkaFigures(kafka: Kafka): Promise<KafkaFigures> {
  const admin = kafka.admin();
  try {
    await admin.connect();
    const names = (await admin.listTopics()).filter((topic) => !internal(topic));
    const ends = new Map<string, Map<number, { low: bigint; high: bigint }>>();
    for (const topic of names) {
      const offsets = await admin.fetchTopicOffsets(topic);
      ends.set(topic, new Map(offsets.map((o) => [o.partition, { low: BigInt(o.low), high: BigInt(o.high) }])));
    }
    const topics = Object.fromEntries(
      [...ends].map(([topic, partitions]) => [
        topic,
        Number([...partitions.values()].reduce((n, { low, high }) => n + high - low, 0n)),
      ]),
    );
    const lags: Lags = {};
    for (const { groupId } of (await admin.listGroups()).groups) {
      lags[groupId] = {};
      for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
        const committed = partitions.filter(({ offset }) => offset !== "-1");
        if (committed.length === 0 || !ends.has(topic)) continue;
        const behind = committed.reduce(
          (n, { partition, offset }) => n + (ends.get(topic)?.get(partition)?.high ?? 0n) - BigInt(offset),
          0n,
        );
        lags[groupId][topic] = Number(behind);
      }
    }
    return { topics, lags };
  } catch (error) {
    return { topics: {}, lags: {}, problem: reason(error) };
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}
