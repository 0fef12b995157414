import {
  CORRELATION_ID_HEADER,
  DeadLetterHeaders,
  type DeadLetterReason,
  REPLAY_OF_HEADER,
} from "../../contracts/dead-letter";
import { TOPIC_NAME } from "../../contracts/topic-name";
import type { IHeaders, KafkaMessage } from "../shared/kafka";

/** A header; kafkajs reads those of one name as a group, in their order. */
export type Header = readonly [name: string, value: Buffer | null];

/** A record of the dead-letter topic: the refused record, and what the job says of it. */
export interface DeadLetter {
  /** topic/partition/offset of the dead letter itself. */
  readonly letter: string;
  /** topic/partition/offset of the refused record, which is its identity. */
  readonly of: string;
  readonly reason: DeadLetterReason;
  readonly detail: string;
  /** When the job refused it (ISO 8601, UTC). */
  readonly at: string;
  readonly correlationId: string | undefined;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  /** The refused record's own headers, but for the mark of an earlier replay. */
  readonly headers: readonly Header[];
}

/** Where a record came from, read from topic/partition/offset. */
export interface Source {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** @throws Error if the text is not topic/partition/offset */
export function parseSource(text: string): Source {
  const [, topic, partition, offset] = /^([^/]+)\/(\d{1,9})\/(\d{1,19})$/.exec(text) ?? [];
  if (!topic || !TOPIC_NAME.test(topic) || !partition || !offset)
    throw new Error(`"${text}" is not topic/partition/offset, such as prices/0/17`);
  return { topic, partition: Number(partition), offset: BigInt(offset) };
}

const values = (value: IHeaders[string] | null): (Buffer | null)[] =>
  value === undefined ? [] : [value].flat().map((one) => (one === null ? null : Buffer.from(one)));

/**
 * Reads a record of the dead-letter topic.
 * @returns what is wrong with it if the job did not write it
 */
export function readDeadLetter(
  topic: string,
  partition: number,
  message: KafkaMessage,
): DeadLetter | { readonly problem: string } {
  const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, values(value)] as const);
  const jobs = Object.fromEntries(
    headers.filter(([name]) => name in DeadLetterHeaders.shape).map(([name, all]) => [name, all.at(-1)?.toString()]),
  );
  const letter = `${topic}/${partition}/${message.offset}`;
  const read = DeadLetterHeaders.safeParse(jobs);
  if (!read.success) {
    const wrong = read.error.issues.map(({ path, message: why }) => `${path.join(".")}: ${why}`);
    return { problem: `${letter} is not a dead letter of the job: ${wrong.join("; ")}` };
  }
  const { "dlq.reason": reason, "dlq.detail": detail, "dlq.source": of, "dlq.at": at } = read.data;
  const own = headers.flatMap(([name, all]) => withoutTheJobs(name, all).map((value): Header => [name, value]));
  const correlationId = own.find(([name]) => name === CORRELATION_ID_HEADER)?.[1]?.toString();
  return { letter, of, reason, detail, at, correlationId, key: message.key, value: message.value, headers: own };
}

/** The job adds its headers after those that were there, so that of each of its names the last one is its own. */
function withoutTheJobs(name: string, all: readonly (Buffer | null)[]): readonly (Buffer | null)[] {
  if (name === REPLAY_OF_HEADER) return [];
  return name in DeadLetterHeaders.shape ? all.slice(0, -1) : all;
}
