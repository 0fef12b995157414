import { REPLAY_OF_HEADER } from "../../contracts/dead-letter";
import type { KafkaMessage } from "../shared/kafka";
import { rangesOf } from "../shared/offsets";
import { type Cluster, withAdmin } from "./cluster";
import { scan } from "./scan";

/** Milliseconds by which the clocks of the job and of the replay may differ. */
const CLOCK_DIFFERENCE_MS = 10 * 60_000;

/** What the input topic tells of earlier replays. */
export interface InputTopic {
  readonly partitions: number;
  /** Where the replacement of a refused record is, by the refused record's topic/partition/offset. */
  readonly replaced: ReadonlyMap<string, string>;
  /** Whether the topic may have lost records since then, and with them the marks of earlier replays. */
  readonly incomplete: boolean;
}

/**
 * Reads the committed records of the input topic since a time.
 * @param since when the oldest of the dead letters was refused, in unix milliseconds: no replay can be older
 */
export async function readInputTopic(cluster: Cluster, since: number): Promise<InputTopic> {
  const { kafka, groupId, deadline } = cluster;
  const topic = cluster.topics.input;
  const { ranges, starts } = await withAdmin(cluster, async (admin) => ({
    ranges: await rangesOf(admin, topic),
    starts: await admin.fetchTopicOffsetsByTimestamp(topic, since - CLOCK_DIFFERENCE_MS),
  }));
  const spans = ranges.map(({ partition, high, low }) => {
    const start = BigInt(starts.find((at) => at.partition === partition)?.offset ?? low);
    return { partition, low, start, end: high };
  });
  const found = new Findings(topic);
  await scan(kafka, { topic, groupId, spans, deadline }, (partition, message) => found.take(partition, message));
  return {
    partitions: ranges.length,
    replaced: found.replaced,
    incomplete: spans.some(({ low, start }) => low > 0n && start <= low),
  };
}

class Findings {
  readonly replaced = new Map<string, string>();

  constructor(private readonly topic: string) {}

  take(partition: number, { offset, headers }: KafkaMessage): void {
    const mark = [headers?.[REPLAY_OF_HEADER]].flat().at(-1);
    if (mark !== undefined) this.replaced.set(mark.toString(), `${this.topic}/${partition}/${offset}`);
  }
}
