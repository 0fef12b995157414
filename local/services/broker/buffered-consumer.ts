import type { Consumer, EachBatchPayload, Kafka } from "kafkajs";
import { log, reason } from "../log";
import { type ConsumedRecord, consumed, nextOffsets } from "./record";
import { type BufferLimits, RecordBuffer } from "./record-buffer";

/** Where a group that has committed nothing begins. */
export type StartingPosition =
  | { readonly from: "beginning" }
  | { readonly from: "end" }
  | { readonly from: "time"; readonly milliseconds: number };

export interface BufferedConsumerOptions {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topic: string;
  readonly start: StartingPosition;
  readonly limits: BufferLimits;
  /** Brings records to their destination. Offsets are committed when it resolves; it must not give up by itself. */
  readonly deliver: (records: readonly ConsumedRecord[], signal: AbortSignal) => Promise<void>;
  /** The consumer cannot continue; the caller makes a new one. */
  readonly onFailure: (error: Error) => void;
}

/** How long a member that died without a word holds its partitions; kafkajs's default of 30 s is long for one machine. */
const SESSION_MS = 15_000;
/** A slow delivery must not look like a dead member. */
const HEARTBEAT_MS = 3_000;

/** A member of a consumer group that delivers buffered records and commits only what was delivered: at least once. */
export class BufferedConsumer {
  private readonly consumer: Consumer;
  private readonly buffer: RecordBuffer;
  private readonly aborted = new AbortController();
  private delivering: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: BufferedConsumerOptions) {
    this.buffer = new RecordBuffer(options.limits);
    this.consumer = options.kafka.consumer({
      groupId: options.groupId,
      sessionTimeout: SESSION_MS,
      maxWaitTimeInMs: Math.min(1_000, Math.max(100, options.limits.milliseconds)),
      retry: { restartOnFailure: async () => false },
    });
  }

  /** Joins the group and begins to read. */
  async start(): Promise<void> {
    const { topic, start, onFailure } = this.options;
    const { GROUP_JOIN, CRASH } = this.consumer.events;
    this.consumer.on(GROUP_JOIN, () => this.buffer.rewind());
    this.consumer.on(CRASH, ({ payload: { error } }) => onFailure(error));
    if (start.from === "time") await this.placeGroup(start.milliseconds);
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [topic], fromBeginning: start.from === "beginning" });
    await this.consumer.run({ autoCommit: false, eachBatch: (payload) => this.eachBatch(payload) });
  }

  /** Leaves the group. What is buffered stays in Kafka and is read again; a delivery under way is given up. */
  async stop(): Promise<void> {
    this.aborted.abort();
    clearTimeout(this.timer);
    await this.delivering.catch(() => undefined);
    await this.consumer.disconnect();
  }

  /** Sets the group's offsets to a time where it has none. */
  private async placeGroup(milliseconds: number): Promise<void> {
    const { kafka, groupId, topic } = this.options;
    const admin = kafka.admin();
    await admin.connect();
    try {
      const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
      const fresh = new Set(
        committed?.partitions.filter(({ offset }) => offset === "-1").map(({ partition }) => partition),
      );
      const atTime = await admin.fetchTopicOffsetsByTimestamp(topic, milliseconds);
      const partitions = atTime.filter(({ partition }) => fresh.has(partition));
      if (partitions.length > 0) await admin.setOffsets({ groupId, topic, partitions });
    } finally {
      await admin.disconnect();
    }
  }

  private async eachBatch({ batch, heartbeat, isRunning, isStale }: EachBatchPayload): Promise<void> {
    const beat = setInterval(() => void heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      for (const message of batch.messages) {
        if (!isRunning() || isStale() || this.aborted.signal.aborted) return;
        const record = consumed(batch.topic, batch.partition, message);
        if (!this.buffer.fits(record)) await this.flush();
        this.buffer.add(record);
        if (this.buffer.full) await this.flush();
      }
      this.schedule();
    } finally {
      clearInterval(beat);
    }
  }

  private schedule(): void {
    clearTimeout(this.timer);
    const { remaining } = this.buffer;
    if (remaining === undefined || this.aborted.signal.aborted) return;
    this.timer = setTimeout(() => void this.flush().catch(() => undefined), remaining);
  }

  /** Delivers the buffer, after what is being delivered already. */
  private flush(): Promise<void> {
    this.delivering = this.delivering.then(async () => {
      const records = this.buffer.take();
      if (records.length === 0) return;
      await this.options.deliver(records, this.aborted.signal);
      await this.commit(records);
    });
    this.delivering.catch((error: Error) => {
      if (!this.aborted.signal.aborted) this.options.onFailure(error);
    });
    return this.delivering;
  }

  private async commit(records: readonly ConsumedRecord[]): Promise<void> {
    try {
      await this.consumer.commitOffsets(nextOffsets(records));
    } catch (error) {
      // A rebalance took the partitions away: the records are delivered, and the next member delivers them again.
      log("warn", "offsets were not committed", { group: this.options.groupId, detail: reason(error) });
      throw error;
    }
  }
}
