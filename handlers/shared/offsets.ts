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
