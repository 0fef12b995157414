import { type ConsumedRecord, partitionName, sizeOf } from "./record";

/** When a buffer is handed on: at the first limit that is reached. */
export interface BufferLimits {
  readonly records: number;
  readonly bytes: number;
  /** Age of the oldest record in the buffer. */
  readonly milliseconds: number;
}

/** Records in the order of each partition, none twice. */
export class RecordBuffer {
  private records: ConsumedRecord[] = [];
  private bytes = 0;
  private inFlight: ConsumedRecord[] = [];
  private openedAt = 0;
  /** Next offset of each partition; what is older was taken before. */
  private readonly next = new Map<string, bigint>();

  constructor(
    private readonly limits: BufferLimits,
    private readonly now: () => number = Date.now,
  ) {}

  get size(): number {
    return this.records.length;
  }

  /** Whether a record still fits. An empty buffer takes a record of any size. */
  fits(record: ConsumedRecord): boolean {
    if (this.records.length === 0) return true;
    return this.records.length < this.limits.records && this.bytes + sizeOf(record) <= this.limits.bytes;
  }

  /** Adds a record, unless it was taken before: a rebalance reads again from the last committed offset. */
  add(record: ConsumedRecord): void {
    const name = partitionName(record);
    if (record.offset < (this.next.get(name) ?? 0n)) return;
    if (this.records.length === 0) this.openedAt = this.now();
    this.next.set(name, record.offset + 1n);
    this.records.push(record);
    this.bytes += sizeOf(record);
  }

  get full(): boolean {
    return this.records.length >= this.limits.records || this.bytes >= this.limits.bytes;
  }

  /** Milliseconds until the oldest record is too old, or undefined when there is none. */
  get remaining(): number | undefined {
    return this.records.length === 0 ? undefined : Math.max(0, this.openedAt + this.limits.milliseconds - this.now());
  }

  /** Hands the records over and starts again. They count as taken until the next call, so a re-read does not bring them twice. */
  take(): ConsumedRecord[] {
    this.inFlight = this.records;
    this.records = [];
    this.bytes = 0;
    return this.inFlight;
  }

  /** Forgets what was not handed over: after a rebalance it is read again from the last committed offset. */
  rewind(): void {
    this.records = [];
    this.bytes = 0;
    this.next.clear();
    for (const record of this.inFlight) this.next.set(partitionName(record), record.offset + 1n);
  }
}
