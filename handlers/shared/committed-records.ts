/** A record as kafkajs decodes it from a fetch, with the markers that end transactions. */
export interface FetchedRecord {
  readonly offset: string;
  readonly key: Buffer | null;
  /** kafkajs shows no control records to consumers, but steps over their offsets. */
  isControlRecord: boolean;
  readonly batchContext: { readonly producerId: string; readonly inTransaction: boolean };
}

/** A partition's part of a fetch. */
export interface FetchedPartition {
  readonly messages: readonly FetchedRecord[];
  /** Transactions that were aborted and have records here, in no order; null when uncommitted records are wanted. */
  abortedTransactions: readonly { readonly producerId: string; readonly firstOffset: string }[] | null;
}

interface FetchResponse {
  readonly responses: readonly { readonly partitions: readonly FetchedPartition[] }[];
}
interface BrokerClass {
  readonly prototype: { fetch(request: unknown): Promise<FetchResponse> };
}

/** Key of the marker of an aborted transaction: version 0, type 0 (https://kafka.apache.org/documentation/#controlbatch). */
const ABORTED = "00000000";

/**
 * Hides the records of aborted transactions. kafkajs 2.2.4 looks at one aborted transaction for a record, and expects them in the
 * order of their first offsets: where several producers abort at once, as the Flink job's do when it restarts, it would show most of
 * their records to readers of committed ones.
 */
export function hideAborted(partition: FetchedPartition): void {
  const waiting = [...(partition.abortedTransactions ?? [])].sort((a, b) =>
    BigInt(a.firstOffset) < BigInt(b.firstOffset) ? -1 : 1,
  );
  const aborted = new Set<string>();
  for (const record of partition.messages) {
    while (waiting[0] && BigInt(waiting[0].firstOffset) <= BigInt(record.offset))
      aborted.add(waiting.shift()?.producerId ?? "");
    const { producerId, inTransaction } = record.batchContext;
    if (record.isControlRecord) {
      if (record.key?.toString("hex") === ABORTED) aborted.delete(producerId);
    } else if (inTransaction && aborted.has(producerId)) record.isControlRecord = true;
  }
  partition.abortedTransactions = null;
}

/** Lets every consumer of this process that reads committed records get those only. */
export function readCommittedOnly(): void {
  const { prototype } = require("kafkajs/src/broker") as BrokerClass;
  const { fetch } = prototype;
  prototype.fetch = async function (request) {
    const response = await fetch.call(this, request);
    for (const { partitions } of response.responses) for (const partition of partitions) hideAborted(partition);
    return response;
  };
}
