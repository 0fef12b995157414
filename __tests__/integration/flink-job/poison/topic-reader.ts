import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Consumer, Kafka, KafkaMessage } from "kafkajs";
import { patchKafkajs } from "../../../../handlers/shared/patched-kafkajs";

/** Collects the committed records of a topic from its beginning on. */
export class TopicReader {
  readonly messages: KafkaMessage[] = [];

  private constructor(private readonly consumer: Consumer) {}

  static async start(kafka: Kafka, topic: string): Promise<TopicReader> {
    patchKafkajs();
    const consumer = kafka.consumer({
      groupId: `reader-${randomUUID()}`,
      readUncommitted: false,
      maxWaitTimeInMs: 200,
    });
    const reader = new TopicReader(consumer);
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void reader.messages.push(message) });
    return reader;
  }

  async stop(): Promise<void> {
    await this.consumer.disconnect();
  }
}

/** Reads until the value is as wanted, or time is up. @returns the value read last */
export async function eventually<T>(
  read: () => T | Promise<T>,
  holds: (value: T) => boolean,
  withinMs: number,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (holds(value) || Date.now() > deadline) return value;
    await sleep(100);
  }
}
