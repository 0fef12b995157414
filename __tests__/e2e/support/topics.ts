import { type IHeaders, Kafka, logLevel } from "kafkajs";
import { patchKafkajs } from "../../../handlers/shared/patched-kafkajs";

export interface TopicRecord {
  readonly key: string | undefined;
  readonly value: Buffer | null;
  readonly headers: Record<string, string>;
  readonly partition: number;
  readonly offset: string;
}

const text = (headers: IHeaders | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value)]));

/** A plain Kafka client, as a person's own tool would be. */
export function kafkaClient(bootstrap: string): Kafka {
  patchKafkajs();
  return new Kafka({ clientId: "e2e", brokers: bootstrap.split(","), logLevel: logLevel.NOTHING });
}

/** Everything committed in a topic from its start; transactions that were aborted or are open do not show. */
export async function readAll(kafka: Kafka, topic: string): Promise<TopicRecord[]> {
  const admin = kafka.admin();
  await admin.connect();
  const ends = await admin.fetchTopicOffsets(topic);
  await admin.disconnect();
  const open = new Set(ends.filter(({ low, high }) => low !== high).map(({ partition }) => partition));
  const records: TopicRecord[] = [];
  if (open.size === 0) return records;

  const consumer = kafka.consumer({ groupId: `e2e-${topic}-${Date.now()}`, maxWaitTimeInMs: 200 });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  // Without new records the read ends by itself: the last offset may be a transaction's marker, which no reader sees.
  let quietSince = Date.now();
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message: { key, value, headers, offset } }) => {
      quietSince = Date.now();
      records.push({ key: key?.toString(), value, headers: text(headers), partition, offset });
    },
  });
  while (Date.now() - quietSince < 3000) await new Promise((resolve) => setTimeout(resolve, 100));
  await consumer.disconnect();
  return records;
}
