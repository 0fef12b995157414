import type { PartitionRange, Span } from "../shared/offsets";
import type { ReadRequest } from "./event";

/**
 * Where to start in each partition that is to be read.
 *
 * @param atTimestamp first offset of the wanted time by partition; needed only for `from.timestamp`
 * @throws Error if a partition is asked for that the topic does not have
 */
export function spansOf(
  { from, partition: only }: Pick<ReadRequest, "from" | "partition">,
  ranges: readonly PartitionRange[],
  atTimestamp: ReadonlyMap<number, bigint> = new Map(),
): Span[] {
  const asked = [only, ...(typeof from === "object" && "offsets" in from ? Object.keys(from.offsets).map(Number) : [])];
  const unknown = asked.filter(
    (wanted) => wanted !== undefined && !ranges.some(({ partition }) => partition === wanted),
  );
  if (unknown.length > 0)
    throw new Error(
      `The topic has no partition ${unknown.join(", ")}: it has ${ranges.map((r) => r.partition).join(", ")}`,
    );

  return ranges.flatMap((range) => {
    const start = only === undefined || only === range.partition ? startOf(from, range, atTimestamp) : undefined;
    return start === undefined ? [] : [{ partition: range.partition, start, end: range.high }];
  });
}

function startOf(
  from: ReadRequest["from"],
  { partition, low, high }: PartitionRange,
  atTimestamp: ReadonlyMap<number, bigint>,
): bigint | undefined {
  const within = (offset: bigint) => (offset < low ? low : offset > high ? high : offset);
  if (from === "earliest") return low;
  if (from === "latest") return high;
  if ("last" in from) return within(high - BigInt(from.last));
  if ("timestamp" in from) return within(atTimestamp.get(partition) ?? high);
  const offset = from.offsets[String(partition)];
  return offset === undefined ? undefined : within(offset);
}
