import type { Admin } from "./kafka";

/** Offsets of a partition: the oldest record's, and the one that the next record will get. */
export interface PartitionRange {
  readonly partition: number;
  readonly low: bigint;
  readonly high: bigint;
}

/** Where reading a partition starts, and the end that the partition had then. */
export interface Span {
  readonly partition: number;
  readonly start: bigint;
  readonly end: bigint;
}

/** The offsets that a topic's partitions begin and end with, in the partitions' order. */
export async function rangesOf(admin: Admin, topic: string): Promise<PartitionRange[]> {
  const offsets = await admin.fetchTopicOffsets(topic);
  return offsets
    .map(({ partition, low, high }) => ({ partition, low: BigInt(low), high: BigInt(high) }))
    .sort((a, b) => a.partition - b.partition);
}
