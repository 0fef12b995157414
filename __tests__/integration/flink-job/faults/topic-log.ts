import { randomUUID } from "node:crypto";
import type { Consumer, Kafka, KafkaMessage } from "kafkajs";
import { patchKafkajs } from "../../../../handlers/shared/patched-kafkajs";

export interface TopicRecord {
  readonly partition: number;
  readonly message: KafkaMessage;
}

/** Names a record: one that a reader gets again has the same place, one that was written again has another. */
export const placeOf = (partition: number, offset: string | bigint): string => `${partition}/${offset}`;

/** The shortest that brokers allow (group.min.session.timeout.ms). */
const SESSION_MS = 6_000;

/** Collects a topic's committed records from its beginning on, each once, whatever happens to the broker meanwhile. */
export class TopicLog {
  private readonly byPlace = new Map<string, TopicRecord>();
  /** Kafka time of the newest record, in unix milliseconds. */
  newestMs = 0;

  private constructor(
    private readonly consumer: Consumer,
    private readonly topic: string,
  ) {}

  static async start(kafka: Kafka, topic: string): Promise<TopicLog> {
    patchKafkajs();
    const consumer = kafka.consumer({
      groupId: `reader-${randomUUID()}`,
      readUncommitted: false,
      maxWaitTimeInMs: 200,
      // A broker that crashed waits so long for the reader of before.
      sessionTimeout: SESSION_MS,
      retry: { initialRetryTime: 100, maxRetryTime: 1000, retries: 1000, restartOnFailure: async () => true },
    });
    const log = new TopicLog(consumer, topic);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        log.byPlace.set(placeOf(partition, message.offset), { partition, message });
        log.newestMs = Math.max(log.newestMs, Number(message.timestamp));
      },
    });
    return log;
  }

  get size(): number {
    return this.byPlace.size;
  }

  get records(): readonly TopicRecord[] {
    return [...this.byPlace.values()];
  }

  get places(): ReadonlySet<string> {
    return new Set(this.byPlace.keys());
  }

  /** Reads nothing until `resume`. */
  pause(): void {
    this.consumer.pause([{ topic: this.topic }]);
  }

  resume(): void {
    this.consumer.resume([{ topic: this.topic }]);
  }

  async stop(): Promise<void> {
    await this.consumer.disconnect();
  }
}
