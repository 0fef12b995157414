import type { Admin } from "kafkajs";
import type { Endpoints } from "../endpoints";
import { lookingClient } from "./topics";

const MINUTES = 5;

/** Records and dead letters of the last minutes. */
export interface DeadLetterRate {
  readonly minutes: number;
  readonly records: number;
  readonly deadLetters: number;
}

/** Counts by offsets what came into the input and the dead-letter topic in the last five minutes. */
export async function deadLetterRate(
  bootstrap: string,
  { input, dlq }: Pick<Endpoints["kafka"]["topics"], "input" | "dlq">,
): Promise<DeadLetterRate> {
  const admin = lookingClient(bootstrap).admin();
  await admin.connect();
  try {
    const since = Date.now() - MINUTES * 60_000;
    const [records, deadLetters] = [await countSince(admin, input, since), await countSince(admin, dlq, since)];
    return { minutes: MINUTES, records, deadLetters };
  } finally {
    await admin.disconnect();
  }
}

/** Offsets since a time; a transaction's marker counts as one. */
async function countSince(admin: Admin, topic: string, since: number): Promise<number> {
  const ends = await admin.fetchTopicOffsets(topic);
  const starts = new Map(
    (await admin.fetchTopicOffsetsByTimestamp(topic, since)).map(({ partition, offset }) => [
      partition,
      Number(offset),
    ]),
  );
  // -1, or the end, says that nothing came since.
  return ends.reduce((sum, { partition, high }) => {
    const start = starts.get(partition) ?? -1;
    return sum + (start < 0 ? 0 : Math.max(0, Number(high) - start));
  }, 0);
}
