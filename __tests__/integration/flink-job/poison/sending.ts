import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { IHeaders, Kafka, Message } from "kafkajs";
import { CASES_NOW } from "../../../../contracts/cases";
import { flinkRuntime } from "../../../../local/platform/install/flink-runtime";
import { buildJob } from "../../../../scripts/build-job";
import { findJdk } from "../../../../toolchain/java";

/** A record to send: its id travels in a header, so that it can be found again wherever the job puts it. */
export interface Poison {
  readonly id: string;
  readonly partition: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: IHeaders;
  /** The record's time, by which the job judges it, in unix seconds; else that of CASES_NOW. */
  readonly sentAt?: number;
}

export const ID_HEADER = "poison.id";
const BATCH_BYTES = 512 * 1024;
const BATCH_RECORDS = 500;

/** The record as it is sent. */
export const toMessage = ({ id, partition, key, value, headers, sentAt = CASES_NOW }: Poison): Message => ({
  partition,
  key,
  value,
  timestamp: String(sentAt * 1000),
  headers: { [ID_HEADER]: id, ...headers },
});

/** Sends records in their order, in batches that are small compared with the topic's limit; one that is large goes alone. */
export async function sendAll(kafka: Kafka, topic: string, records: readonly Poison[]): Promise<void> {
  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  try {
    for (const batch of batches(records)) await producer.send({ topic, messages: batch.map(toMessage) });
  } finally {
    await producer.disconnect();
  }
}

/** Sends the record `id` with a header that has no value, by Kafka's own client, which is in the job's jar. */
export async function sendHeaderWithoutValue(bootstrap: string, topic: string, id: string): Promise<void> {
  const jdk = findJdk();
  const classPath = [buildJob().jarPath, join(await flinkRuntime(jdk), "*")].join(":");
  const program = join(__dirname, "SendHeaderWithoutValue.java");
  await promisify(execFile)(jdk.java, ["-cp", classPath, program, bootstrap, topic, id]);
}

function batches(records: readonly Poison[]): Poison[][] {
  const all: Poison[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const size = record.value?.length ?? 0;
    if (bytes + size > BATCH_BYTES || (all.at(-1)?.length ?? 0) === BATCH_RECORDS) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(record);
    bytes += size;
  }
  return all;
}

/** Bytes of a batch before its records (https://kafka.apache.org/documentation/#recordbatch). */
const BATCH_HEADER_BYTES = 61;

/** Bytes of a number in the records' variable-length form. */
const varint = (value: number): number => (value < 64 ? 1 : 1 + varint(Math.floor(value / 128)));
const sized = (bytes: number): number => varint(bytes) + bytes;

/** Size of the batch that holds this record alone, which is what a topic's `max.message.bytes` limits. */
export function batchBytes(record: Poison): number {
  const headers = Object.entries(toMessage(record).headers ?? {});
  const inHeaders = headers.reduce((sum, [name, value]) => sum + sized(name.length) + sized(String(value).length), 0);
  // Attributes, and the distances in time and offset to the batch's first record, take a byte each.
  const record_ =
    3 + sized(record.key?.length ?? 0) + sized(record.value?.length ?? 0) + varint(headers.length) + inHeaders;
  return BATCH_HEADER_BYTES + sized(record_);
}

/** The record with its value grown by `fill`, to make its batch exactly so large. */
export function grownTo(limit: number, of: Poison, fill: (length: number) => Buffer): Poison {
  const near = { ...of, value: fill(limit - 1000) };
  return { ...of, value: fill(limit - 1000 + limit - batchBytes(near)) };
}
