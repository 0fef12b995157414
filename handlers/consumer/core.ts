import type { Deadline } from "../shared/deadline";
import type { Outcome } from "../shared/invocation";
import type { PartitionRange, Span } from "../shared/offsets";
import type { ReadRequest } from "./event";
import type { consumer } from "./function";
import { spansOf } from "./positions";
import { type EndReason, Reading, type ReadReport } from "./report";

/** A topic as the consumer sees it. */
export interface TopicReader {
  ranges(topic: string): Promise<PartitionRange[]>;
  /** First offset of each partition at or after a time in unix milliseconds. */
  offsetsAt(topic: string, timestamp: number): Promise<Map<number, bigint>>;
  /** Feeds `reading` from the spans' starts until it is full or complete, nothing comes any more, or time is up. */
  read(topic: string, spans: readonly Span[], reading: Reading, limits: ReadLimits): Promise<EndReason>;
}

/** When to stop reading. */
export interface ReadLimits {
  /** Milliseconds without a record after which reading ends as `idle`. */
  readonly idleMs: number;
  /** Continues past the partitions' ends for so many milliseconds. */
  readonly waitMs?: number;
  readonly deadline: Deadline;
}

/** Milliseconds without a record that end a run which has not reached the end. */
const IDLE_MS = 3_000;

/**
 * Reads a topic from where the request says and reports what was there. Commits nothing: the same request reads the same
 * again. Only what is read of the output topic is judged and measured, because only it holds aggregates.
 */
export async function inspect(
  request: ReadRequest,
  { reader, deadline, outputTopic }: { reader: TopicReader; deadline: Deadline; outputTopic: string },
): Promise<Outcome<ReadReport, keyof typeof consumer.metrics>> {
  const { from, limit, wait_seconds, topic = outputTopic } = request;
  const ranges = await reader.ranges(topic);
  const atTimestamp =
    typeof from === "object" && "timestamp" in from ? await reader.offsetsAt(topic, from.timestamp) : undefined;
  const spans = spansOf(request, ranges, atTimestamp);
  const reading = new Reading(topic, spans, limit, topic === outputTopic);
  const waitMs = from === "latest" ? wait_seconds * 1_000 : undefined;

  const ended =
    reading.complete && waitMs === undefined
      ? "end"
      : await reader.read(topic, spans, reading, { idleMs: IDLE_MS, waitMs, deadline });
  const report = reading.report(ended);
  const measured = { RecordsRead: report.read, RecordsInvalid: report.invalid, RecordsBehind: report.behind };
  return { result: report, measurements: topic === outputTopic ? measured : {} };
}
