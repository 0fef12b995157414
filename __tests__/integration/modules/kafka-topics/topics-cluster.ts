import { type Admin, Kafka, logLevel } from "kafkajs";

/** What a test sees and does of a cluster's topics, next to what the module does. */
export class TopicsCluster {
  private readonly kafka: Kafka;

  constructor(bootstrap: string) {
    this.kafka = new Kafka({ brokers: [bootstrap], logLevel: logLevel.NOTHING });
  }

  names(): Promise<string[]> {
    return this.ask((admin) => admin.listTopics());
  }

  /** How many records each partition has ever held, the fewest first. */
  async ends(topic: string): Promise<number[]> {
    const offsets = await this.ask((admin) => admin.fetchTopicOffsets(topic));
    return offsets.map(({ high }) => Number(high)).sort((a, b) => a - b);
  }

  async config(topic: string, name: string): Promise<string | undefined> {
    const resources = [{ type: 2, name: topic, configNames: [name] }];
    const described = await this.ask((admin) => admin.describeConfigs({ includeSynonyms: false, resources }));
    return described.resources[0]!.configEntries[0]?.configValue;
  }

  /** Sends records to partition 0. */
  async send(topic: string, count: number): Promise<void> {
    const producer = this.kafka.producer({ createPartitioner: () => () => 0 });
    await producer.connect();
    await producer.send({ topic, messages: Array.from({ length: count }, (_, index) => ({ value: `${index}` })) });
    await producer.disconnect();
  }

  /** Deletes the topic's records, as retention does. */
  async empty(topic: string): Promise<void> {
    await this.ask(async (admin) => {
      const held = (await admin.fetchTopicOffsets(topic)).filter(({ high }) => high !== "0");
      const partitions = held.map(({ partition, high }) => ({ partition, offset: high }));
      await admin.deleteTopicRecords({ topic, partitions });
    });
  }

  /** On a connection of its own: kafkajs asks again for every topic that one has ever named, and fails once one of them is gone. */
  private async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await question(admin);
    } finally {
      await admin.disconnect();
    }
  }
}
