import { type ConsumedRecord, partitionName } from "../broker/record";

/** One record in Lambda's MSK event (https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html). */
interface EventRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly timestamp: number;
  readonly timestampType: "CREATE_TIME";
  readonly key?: string;
  readonly value?: string;
  readonly headers: readonly Record<string, number[]>[];
}

export interface MskEvent {
  readonly eventSource: "aws:kafka";
  readonly eventSourceArn: string;
  readonly bootstrapServers: string;
  readonly records: Record<string, EventRecord[]>;
}

/** Lambda writes header bytes as Java does: signed. */
const signedBytes = (bytes: Buffer) => [...new Int8Array(bytes)];

function eventRecord({ topic, partition, offset, timestamp, key, value, headers }: ConsumedRecord): EventRecord {
  return {
    topic,
    partition,
    offset: Number(offset),
    timestamp,
    timestampType: "CREATE_TIME",
    ...(key ? { key: key.toString("base64") } : {}),
    ...(value ? { value: value.toString("base64") } : {}),
    headers: headers.map((header) => ({ [header.name]: signedBytes(header.value) })),
  };
}

/** The event of a batch: records by partition, in order. */
export function mskEvent(
  eventSourceArn: string,
  bootstrapServers: string,
  records: readonly ConsumedRecord[],
): MskEvent {
  const byPartition: Record<string, EventRecord[]> = {};
  for (const record of records) {
    const name = partitionName(record);
    byPartition[name] ??= [];
    byPartition[name].push(eventRecord(record));
  }
  return { eventSource: "aws:kafka", eventSourceArn, bootstrapServers, records: byPartition };
}
