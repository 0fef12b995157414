import { setTimeout as sleep } from "node:timers/promises";
import { Completion } from "../shared/completion";
import type { Deadline } from "../shared/deadline";
import type { Consumer, Kafka, KafkaMessage } from "../shared/kafka";
import type { Span } from "../shared/offsets";
import { timeLeft } from "./cluster";

/** Milliseconds without progress after which reading fails. */
const IDLE_MS = 30_000;
/** Milliseconds after which the group forgets a run that ended without leaving; a join is answered, or fails, within them. */
const SESSION_MS = 10_000;
/** Milliseconds to leave the group in. */
const LEAVING_MS = 5_000;
/** Bytes that a fetch brings at most of a partition; a larger record comes alone. */
const FETCH_BYTES = 8 * 1024 * 1024;

type Ending = "end" | "idle" | "deadline";

const WHY: Readonly<Record<Exclude<Ending, "end">, string>> = {
  idle: `nothing came for ${IDLE_MS / 1000} s. Is a broker down? Try again`,
  deadline: "time is up. Ask for less with --since or --partition; publish newer dead letters in a file of their own",
};

/** What is read of a topic, who reads it, and how long. */
export interface Scan {
  readonly topic: string;
  /** Joined while reading; nothing is committed. */
  readonly groupId: string;
  readonly spans: readonly Span[];
  readonly deadline?: Deadline | undefined;
}

/**
 * Reads the committed records between the spans' starts and ends, each partition in its order.
 * @throws Error if somebody else reads in the same group, nothing comes for 30 s, or time is up
 */
export async function scan(
  kafka: Kafka,
  { topic, groupId, spans, deadline }: Scan,
  take: (partition: number, message: KafkaMessage) => void,
): Promise<void> {
  const reading = new Map(spans.filter(({ start, end }) => start < end).map((span) => [span.partition, span]));
  if (reading.size === 0) return;
  let ended = false;
  const consumer = kafka.consumer({
    groupId,
    allowAutoTopicCreation: false,
    maxWaitTimeInMs: 500,
    maxBytesPerPartition: FETCH_BYTES,
    sessionTimeout: SESSION_MS,
    rebalanceTimeout: SESSION_MS,
    // A function's process lives on: a run that has ended must not begin again in it.
    retry: { restartOnFailure: async () => !ended },
  });
  const completion = new Completion<Ending>();
  const left = timeLeft(deadline);
  if (left < Number.POSITIVE_INFINITY) completion.endAfter("deadline", left);
  follow(consumer, topic, reading, completion);
  try {
    start(consumer, topic, reading, take).catch((error) => completion.fail(error));
    const ending = await completion.ended;
    if (ending !== "end") throw new Error(`${topic} was not read to its end: ${WHY[ending]}`);
  } finally {
    ended = true;
    // A consumer that is joining a group may never finish leaving it; the group forgets it by itself.
    await Promise.race([consumer.disconnect(), sleep(LEAVING_MS, undefined, { ref: false })]);
  }
}

/** Ends the completion when every partition has been read to its end; markers of transactions count as read. */
function follow(consumer: Consumer, topic: string, reading: Map<number, Span>, completion: Completion<Ending>): void {
  const { CRASH, GROUP_JOIN, END_BATCH_PROCESS } = consumer.events;
  const open = new Set(reading.keys());
  consumer.on(CRASH, ({ payload: { error, restart } }) => {
    if (!restart) completion.fail(error);
  });
  consumer.on(GROUP_JOIN, ({ payload: { memberAssignment, groupId } }) => {
    const assigned = memberAssignment[topic] ?? [];
    if (![...open].every((partition) => assigned.includes(partition)))
      completion.fail(
        new Error(`Somebody else reads ${topic} in the group ${groupId}. Try again when they have ended.`),
      );
    for (const partition of assigned) {
      const span = reading.get(partition);
      if (span) consumer.seek({ topic, partition, offset: String(span.start) });
      else consumer.pause([{ topic, partitions: [partition] }]);
    }
  });
  consumer.on(END_BATCH_PROCESS, ({ payload: { partition, lastOffset } }) => {
    const span = reading.get(partition);
    if (span && BigInt(lastOffset) + 1n >= span.end) open.delete(partition);
    if (open.size === 0) completion.end("end");
    else completion.endAfter("idle", IDLE_MS);
  });
  completion.endAfter("idle", IDLE_MS);
}

async function start(
  consumer: Consumer,
  topic: string,
  reading: ReadonlyMap<number, Span>,
  take: (partition: number, message: KafkaMessage) => void,
): Promise<void> {
  const next = new Map([...reading].map(([partition, span]) => [partition, span.start]));
  await consumer.connect();
  await consumer.subscribe({ topic });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { partition, messages } }) => {
      const span = reading.get(partition);
      for (const message of messages) {
        const offset = BigInt(message.offset);
        // After a rebalance some come again.
        if (!span || offset < (next.get(partition) ?? 0n) || offset >= span.end) continue;
        next.set(partition, offset + 1n);
        take(partition, message);
      }
    },
  });
}
