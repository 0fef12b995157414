import type { PartitionRange } from "../consumer/positions";
import type { Admin, Kafka } from "../shared/kafka";

/** The Kafka that dead letters are in, and what the tool calls itself there. */
export interface Cluster {
  readonly kafka: Kafka;
  readonly topics: { readonly input: string; readonly dlq: string };
  /** Joined while reading; nothing is committed in it. */
  readonly groupId: string;
  /** One for the environment, so that a second run ends the transactions of the first. */
  readonly transactionalId: string;
}

/** Lets `work` ask the cluster, and hangs up afterwards. */
export async function withAdmin<T>({ kafka }: Cluster, work: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
}

/** The offsets that a topic's partitions begin and end with. */
export async function rangesOf(admin: Admin, topic: string): Promise<PartitionRange[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets.map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }));
}
