import type { ConsumedRecord } from "../../../../local/services/broker/record";

/** A record as a consumer reads it; by default the first of partition 0 of topic `ticks`. */
export function record(
  fields: Partial<Omit<ConsumedRecord, "value" | "offset">> & { offset?: number; value?: string | null } = {},
): ConsumedRecord {
  const { offset = 0, value = "{}", ...rest } = fields;
  return {
    topic: "ticks",
    partition: 0,
    timestamp: 1_700_000_000_000,
    key: null,
    headers: [],
    receivedAt: Date.UTC(2026, 2, 4, 5, 6, 7),
    ...rest,
    offset: BigInt(offset),
    value: value === null ? null : Buffer.from(value),
  };
}

/** Records of one partition at these offsets. */
export function recordsAt(partition: number, ...offsets: number[]): ConsumedRecord[] {
  return offsets.map((offset) => record({ partition, offset }));
}
