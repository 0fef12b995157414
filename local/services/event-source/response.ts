import { z } from "zod";
import { type ConsumedRecord, partitionName } from "../broker/record";

const Response = z.object({
  batchItemFailures: z
    .array(z.object({ itemIdentifier: z.object({ partition: z.string(), offset: z.int().min(0) }) }))
    .nullish(),
});

/**
 * What remains to be done after a function answered with partial failures: of each partition everything from the lowest
 * failed offset on. An answer that Lambda cannot read, or that names an unknown record, fails the whole batch
 * (https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html).
 */
export function remaining(records: readonly ConsumedRecord[], payload: string): readonly ConsumedRecord[] {
  const answer = readAnswer(payload);
  if (!answer) return records;
  const lowest = new Map<string, bigint>();
  for (const { itemIdentifier } of answer.batchItemFailures ?? []) {
    const offset = BigInt(itemIdentifier.offset);
    if (!records.some((r) => partitionName(r) === itemIdentifier.partition && r.offset === offset)) return records;
    const known = lowest.get(itemIdentifier.partition);
    if (known === undefined || offset < known) lowest.set(itemIdentifier.partition, offset);
  }
  return records.filter((record) => {
    const from = lowest.get(partitionName(record));
    return from !== undefined && record.offset >= from;
  });
}

/** The answer, `{}` when the function answered nothing, or undefined when it cannot be read. */
function readAnswer(payload: string): z.infer<typeof Response> | undefined {
  if (payload.trim() === "" || payload.trim() === "null") return {};
  try {
    const parsed = Response.safeParse(JSON.parse(payload));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
