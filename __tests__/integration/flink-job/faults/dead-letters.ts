import { isDeepStrictEqual } from "node:util";
import type { KafkaMessage } from "kafkajs";
import { type DeadLetter, parseSource, readDeadLetter } from "../../../../handlers/replay/dead-letter";
import type { JudgedRecord } from "./judged-record";
import { placeOf, type TopicRecord } from "./topic-log";

/** Which records are in the dead letters, and what is wrong with the letters. */
export interface DeadLetters {
  readonly byPlace: ReadonlySet<string>;
  readonly problems: readonly string[];
}

/** @param input the input topic's records by their place */
export function checkDeadLetters(
  letters: readonly TopicRecord[],
  inputTopic: string,
  input: ReadonlyMap<string, JudgedRecord>,
): DeadLetters {
  const byPlace = new Set<string>();
  const problems: string[] = [];
  for (const { partition, message } of letters) {
    const letter = readDeadLetter("dlq", partition, message);
    if ("problem" in letter) {
      problems.push(letter.problem);
      continue;
    }
    const source = parseSource(letter.of);
    const place = placeOf(source.partition, source.offset);
    const record = source.topic === inputTopic ? input.get(place) : undefined;
    if (byPlace.has(place)) problems.push(`${letter.of} is in the dead letters twice`);
    byPlace.add(place);
    if (!record) {
      problems.push(`${letter.of} is a dead letter and was never sent`);
      continue;
    }
    problems.push(...wrongContent(letter, record), ...wrongHeaders(letter, message, record));
  }
  return { byPlace, problems };
}

function wrongContent(letter: DeadLetter, { message, refusal }: JudgedRecord): string[] {
  const reason = refusal ?? "no reason";
  const own = Object.entries(message.headers ?? {}).flatMap(([name, values]) =>
    [values ?? null].flat().map((value) => [name, value] as const),
  );
  return [
    ...(letter.reason === reason ? [] : [`${letter.of} is a dead letter for ${letter.reason}, not ${reason}`]),
    ...(isDeepStrictEqual(letter.value, message.value) ? [] : [`${letter.of} is a dead letter with another value`]),
    ...(isDeepStrictEqual(letter.key, message.key) ? [] : [`${letter.of} is a dead letter with another key`]),
    ...(isDeepStrictEqual(letter.headers, own) ? [] : [`${letter.of} is a dead letter with other headers`]),
  ];
}

/** What the job says of the record; that all of it is there and of the contract's form, `readDeadLetter` has seen. */
function wrongHeaders({ of, at, detail }: DeadLetter, letter: KafkaMessage, { message }: JudgedRecord): string[] {
  const refusedMs = Date.parse(at);
  const isBetween = Number(message.timestamp) <= refusedMs && refusedMs <= Number(letter.timestamp);
  return [
    ...(isBetween ? [] : [`${of} was refused at ${at}, not between being sent and its letter`]),
    ...(detail.trim() === "" ? [`${of} is a dead letter without a detail`] : []),
  ];
}
