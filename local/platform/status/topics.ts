import { type Admin, Kafka, logLevel } from "kafkajs";
import { patchKafkajs } from "../../../handlers/shared/patched-kafkajs";

export interface GroupLag {
  readonly group: string;
  readonly topic: string;
  /** Records that the group has not committed yet. */
  readonly lag: number;
}

/** What the broker knows about the pipeline. */
export interface TopicStatus {
  /** Records by topic, transaction markers included; absent for a topic that does not exist. */
  readonly counts: Readonly<Record<string, number>>;
  readonly lags: readonly GroupLag[];
}

/** A client for looking only: it gives up soon and logs nothing. */
export function lookingClient(bootstrap: string): Kafka {
  patchKafkajs();
  return new Kafka({
    clientId: "status",
    brokers: [bootstrap],
    logLevel: logLevel.NOTHING,
    retry: { retries: 2 },
    requestTimeout: 5_000,
  });
}

/** Asks the broker for counts of the given topics and the lag of every consumer group on them. */
export async function topicStatus(bootstrap: string, topics: readonly string[]): Promise<TopicStatus> {
  const admin = lookingClient(bootstrap).admin();
  await admin.connect();
  try {
    const existing = (await admin.listTopics()).filter((topic) => topics.includes(topic));
    const ends = new Map<string, Map<number, number>>();
    const counts: Record<string, number> = {};
    for (const topic of existing) {
      const offsets = await admin.fetchTopicOffsets(topic);
      ends.set(topic, new Map(offsets.map(({ partition, high }) => [partition, Number(high)])));
      counts[topic] = offsets.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
    }
    return { counts, lags: await groupLags(admin, existing, ends) };
  } finally {
    await admin.disconnect();
  }
}

async function groupLags(
  admin: Admin,
  topics: string[],
  ends: ReadonlyMap<string, ReadonlyMap<number, number>>,
): Promise<GroupLag[]> {
  const lags: GroupLag[] = [];
  for (const { groupId } of (await admin.listGroups()).groups) {
    for (const { topic, partitions } of await admin.fetchOffsets({ groupId, topics })) {
      const committed = partitions.filter(({ offset }) => Number(offset) >= 0);
      if (committed.length === 0) continue;
      const end = (partition: number): number => ends.get(topic)?.get(partition) ?? 0;
      const lag = committed.reduce((sum, { partition, offset }) => sum + end(partition) - Number(offset), 0);
      lags.push({ group: groupId, topic, lag });
    }
  }
  return lags.sort((a, b) => a.group.localeCompare(b.group));
}
