import { rangesOf, type Span } from "../shared/offsets";
import { type Cluster, withAdmin } from "./cluster";
import { type DeadLetter, readDeadLetter } from "./dead-letter";
import type { Filter } from "./request";
import { scan } from "./scan";

/** What the dead-letter topic holds. */
export interface DeadLetters {
  readonly deadLetters: readonly DeadLetter[];
  /** A sentence for each record that the job did not write. */
  readonly foreignRecords: readonly string[];
}

/** Reads the dead letters that the filter wants, up to the topic's present end. One record is in it once. */
export async function readDeadLetters(cluster: Cluster, filter: Filter): Promise<DeadLetters> {
  const { kafka, topics, groupId, deadline } = cluster;
  const deadLetters = new Map<string, DeadLetter>();
  const foreignRecords: string[] = [];
  const spans = await spansOf(cluster, filter);
  await scan(kafka, { topic: topics.dlq, groupId, spans, deadline }, (partition, message) => {
    const letter = readDeadLetter(topics.dlq, partition, message);
    if ("problem" in letter) foreignRecords.push(letter.problem);
    else if (matches(letter, filter)) deadLetters.set(letter.of, letter);
  });
  return { deadLetters: [...deadLetters.values()], foreignRecords };
}

async function spansOf(cluster: Cluster, { since, partition: only, offset }: Filter): Promise<Span[]> {
  const topic = cluster.topics.dlq;
  return withAdmin(cluster, async (admin) => {
    const ranges = await rangesOf(admin, topic);
    if (only !== undefined && !ranges.some(({ partition }) => partition === only))
      throw new Error(`partition is ${only}; ${topic} has ${ranges.map(({ partition }) => partition).join(", ")}`);
    const atTime = since === undefined ? [] : await admin.fetchTopicOffsetsByTimestamp(topic, since);
    const inTime = new Map(atTime.map(({ partition, offset: first }) => [partition, BigInt(first)]));
    return ranges
      .filter(({ partition }) => only === undefined || partition === only)
      .map(({ partition, low, high }) => {
        const start = later(later(low, inTime.get(partition)), offset === undefined ? undefined : BigInt(offset));
        return { partition, start, end: high };
      });
  });
}

const later = (offset: bigint, other = offset): bigint => (other > offset ? other : offset);

const matches = ({ reason, at }: DeadLetter, { reasons, since }: Filter): boolean =>
  (reasons?.includes(reason) ?? true) && (since === undefined || Date.parse(at) >= since);
