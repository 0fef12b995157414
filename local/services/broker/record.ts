import type { IHeaders, KafkaMessage } from "kafkajs";

/** A record that was read from a topic. */
export interface ConsumedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  /** Milliseconds, as the broker keeps it. */
  readonly timestamp: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: readonly { readonly name: string; readonly value: Buffer }[];
  /** When it was read, in milliseconds. */
  readonly receivedAt: number;
}

function headerList(headers: IHeaders | undefined): ConsumedRecord["headers"] {
  return Object.entries(headers ?? {}).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: Buffer.from(one) })),
  );
}

export function consumed(topic: string, partition: number, message: KafkaMessage): ConsumedRecord {
  return {
    topic,
    partition,
    offset: BigInt(message.offset),
    timestamp: Number(message.timestamp),
    key: message.key,
    value: message.value,
    headers: headerList(message.headers),
    receivedAt: Date.now(),
  };
}

/** Size that a record's data counts for in a buffer, in bytes. */
export function sizeOf({ key, value }: ConsumedRecord): number {
  return (key?.length ?? 0) + (value?.length ?? 0);
}

/** `topic-partition`, which names a partition in AWS's events. */
export function partitionName({ topic, partition }: Pick<ConsumedRecord, "topic" | "partition">): string {
  return `${topic}-${partition}`;
}

/** The offsets to commit once these records are done: behind the last of each partition. */
export function nextOffsets(
  records: readonly ConsumedRecord[],
): { topic: string; partition: number; offset: string }[] {
  const last = new Map<string, ConsumedRecord>();
  for (const record of records) {
    const known = last.get(partitionName(record));
    if (!known || record.offset > known.offset) last.set(partitionName(record), record);
  }
  return [...last.values()].map(({ topic, partition, offset }) => ({ topic, partition, offset: String(offset + 1n) }));
}
