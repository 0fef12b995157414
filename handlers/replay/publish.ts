import { REPLAY_OF_HEADER } from "../../contracts/dead-letter";
import type { IHeaders, Message, Producer } from "../shared/kafka";
import { problemOf } from "./check";
import { type Cluster, timeLeft } from "./cluster";
import { parseSource } from "./dead-letter";
import { type InputTopic, readInputTopic } from "./input-topic";
import type { Replacement } from "./lines";
import type { ReplayRequest } from "./request";

/** Bytes of a transaction at most, unless one record alone has more. */
const TRANSACTION_BYTES = 1024 * 1024;
/** Milliseconds after which the brokers end the transaction of a run that has crashed; until then readers of the topic wait. */
const TRANSACTION_TIMEOUT_MS = 30_000;

type PublishSettings = Pick<ReplayRequest, "confirmed" | "allowLate" | "acceptDuplicates" | "transactionRecords">;

/** What was found out, and done. */
export interface Published {
  /** A sentence for each line that cannot be published; then nothing is. */
  readonly problems: readonly string[];
  /** Where the records that were replaced earlier are, by the refused record's place. */
  readonly earlier: ReadonlyMap<string, string>;
  /** Records that are to be published, or were. */
  readonly records: number;
}

/**
 * Publishes the replacements to the input topic, each once however often this is called: first it takes over the transactional ID,
 * which ends whatever an earlier run left open and lets no other run commit any more; then it looks in the topic for what earlier
 * runs have committed.
 */
export async function publish(
  cluster: Cluster,
  replacements: readonly Replacement[],
  settings: PublishSettings,
  progress: (published: number) => void,
): Promise<Published> {
  const { kafka, transactionalId } = cluster;
  if (!settings.confirmed) return (await examine(cluster, replacements, settings)).result;
  const producer = kafka.producer({
    transactionalId,
    transactionTimeout: TRANSACTION_TIMEOUT_MS,
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
  });
  await producer.connect();
  try {
    await takeOver(producer);
    const { result, wanted } = await examine(cluster, replacements, settings);
    if (result.problems.length === 0) await send(producer, cluster, wanted, settings, progress);
    return result;
  } finally {
    await producer.disconnect();
  }
}

/** kafkajs takes a transactional ID over when the first transaction begins, and not when it connects. */
async function takeOver(producer: Producer): Promise<void> {
  const first = await producer.transaction();
  await first.abort();
}

async function examine(cluster: Cluster, replacements: readonly Replacement[], settings: PublishSettings) {
  const oldest = Math.min(...replacements.map(({ at }) => Date.parse(at)));
  const input = await readInputTopic(cluster, oldest);
  const wanted = replacements.filter(({ of }) => !input.replaced.has(of));
  const earlier = new Map(
    replacements.flatMap(({ of }) => {
      const place = input.replaced.get(of);
      return place === undefined ? [] : [[of, place] as const];
    }),
  );
  const problems = problemsOf(wanted, input, cluster.topics.input, settings);
  return { wanted, result: { problems, earlier, records: wanted.length } satisfies Published };
}

function problemsOf(
  wanted: readonly Replacement[],
  input: InputTopic,
  topic: string,
  settings: PublishSettings,
): string[] {
  const now = Math.floor(Date.now() / 1000);
  const circumstances = { now, allowLate: settings.allowLate };
  const problems = wanted.flatMap((replacement) => {
    const problem = placeProblem(replacement, topic, input.partitions) ?? problemOf(replacement, circumstances);
    return problem ? [`line ${replacement.line}: ${problem}`] : [];
  });
  if (!input.incomplete || settings.acceptDuplicates || wanted.length === 0) return problems;
  return [
    ...problems,
    `${topic} no longer has all records since the oldest of these was refused, so that nobody can tell whether it was replayed before. ` +
      "Leave the oldest lines out, or publish with --accept-duplicates.",
  ];
}

function placeProblem({ of }: Replacement, topic: string, partitions: number): string | undefined {
  const source = parseSource(of);
  if (source.topic !== topic) return `of is "${of}"; it must be a record of ${topic}`;
  return source.partition < partitions
    ? undefined
    : `of is "${of}"; ${topic} has the partitions 0 to ${partitions - 1}`;
}

async function send(
  producer: Producer,
  { topics: { input: topic }, deadline }: Cluster,
  wanted: readonly Replacement[],
  { transactionRecords }: PublishSettings,
  progress: (published: number) => void,
): Promise<void> {
  let published = 0;
  for (const batch of batches(wanted, transactionRecords)) {
    const done = `${published} of ${wanted.length} were published`;
    if (timeLeft(deadline) === 0)
      throw new Error(`${done}, then time was up. Publish the same file again for the rest`);
    const transaction = await producer.transaction();
    try {
      await transaction.send({ topic, acks: -1, messages: batch.map(toMessage) });
      await transaction.commit();
    } catch (error) {
      // Readers of the topic would wait for it; a later run ends it too, so that a failure here changes nothing.
      await transaction.abort().catch(() => undefined);
      throw new Error(`${done}, then: ${(error as Error).message}`, { cause: error });
    }
    published += batch.length;
    progress(published);
  }
}

/** The record as it is published: to the partition of the refused one, with its headers, and the mark. */
export function toMessage({ of, key, value, headers }: Replacement): Message {
  const grouped = new Map<string, Buffer[]>();
  for (const [name, bytes] of headers) grouped.set(name, [...(grouped.get(name) ?? []), bytes ?? Buffer.alloc(0)]);
  const all: IHeaders = { ...Object.fromEntries(grouped), [REPLAY_OF_HEADER]: of };
  return { partition: parseSource(of).partition, key, value, headers: all };
}

function batches(replacements: readonly Replacement[], mostRecords: number): Replacement[][] {
  const all: Replacement[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const replacement of replacements) {
    const size = replacement.value?.length ?? 0;
    if (bytes + size > TRANSACTION_BYTES || (all.at(-1)?.length ?? 0) >= mostRecords) {
      all.push([]);
      bytes = 0;
    }
    all.at(-1)?.push(replacement);
    bytes += size;
  }
  return all;
}
