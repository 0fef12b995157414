import { type FeatureRecord, toFeatureRecord } from "../../contracts/feature-record";
import { StockAggregate } from "../../contracts/stock-aggregate";
import { describeError, isRetriable } from "../shared/aws-error";
import { mapConcurrently } from "../shared/concurrency";
import type { Deadline } from "../shared/deadline";
import type { Outcome } from "../shared/invocation";
import type { MskRecord, PartitionBatch, Read } from "../shared/msk-event";
import { retry } from "../shared/retry";
import type { featureStore } from "./function";

/** Writes in flight at a time. */
const CONCURRENCY = 10;

/**
 * Partial failure of a Kafka batch. The identifier must be this object: AWS takes a string for a failure of the whole batch
 * (https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html).
 */
export interface KafkaBatchResponse {
  readonly batchItemFailures: readonly {
    readonly itemIdentifier: { readonly partition: string; readonly offset: number };
  }[];
}

/** What became of a record. */
export type RecordOutcome = "stored" | "rejected" | "deferred";

/** A record that was not stored, for the log. */
export interface Failure {
  readonly record: MskRecord;
  /** `rejected` fails at every retry; `deferred` may succeed. */
  readonly outcome: Exclude<RecordOutcome, "stored">;
  readonly reason: string;
}

/** Tools that tests replace. */
export interface StoreTools {
  /** PutRecord: an older event time never replaces a newer one online, the same one writes the same record. */
  readonly put: (record: FeatureRecord) => Promise<void>;
  readonly deadline: Deadline;
  readonly now: () => number;
  readonly onFailure: (failure: Failure) => void;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/**
 * Stores a batch's aggregates as features and reports, for each partition, the first record that was not stored.
 *
 * AWS sends that record and all later ones of its partition again. Every record is tried even after a failure before it,
 * so when the retries of a malformed record are used up and AWS gives the rest of the batch to the on-failure destination,
 * nothing that could be stored is missing. Storing a record again changes nothing online.
 */
export async function storeBatch(
  batches: readonly PartitionBatch[],
  tools: StoreTools,
): Promise<Outcome<KafkaBatchResponse, keyof typeof featureStore.metrics>> {
  const startedAt = tools.now();
  const records = batches.flatMap((batch) => batch.records);
  const outcomes = await storeAll(records, tools);
  const stored = outcomes.filter((outcome) => outcome.windowEnd !== undefined);
  const newest = Math.max(...stored.map((outcome) => outcome.windowEnd!));
  const count = (wanted: RecordOutcome) => outcomes.filter(({ outcome }) => outcome === wanted).length;
  return {
    result: { batchItemFailures: firstFailures(records, outcomes) },
    measurements: {
      FeaturesStored: count("stored"),
      FeaturesRejected: count("rejected"),
      FeaturesDeferred: count("deferred"),
      FeatureWriteDuration: tools.now() - startedAt,
      ...(stored.length > 0 && { FeatureLatency: Math.max(0, tools.now() / 1_000 - newest) }),
    },
  };
}

/** Stores them side by side, but those of one window in their order: the last one has the most trades, and must win. */
async function storeAll(records: readonly MskRecord[], tools: StoreTools): Promise<Stored[]> {
  const aggregates = records.map((record) => record.read(StockAggregate));
  const byWindow = new Map<string, number[]>();
  records.forEach((record, index) => {
    const read = aggregates[index]!;
    const window = read.ok ? `${read.value.ticker} ${read.value.window_end}` : record.source;
    const indexes = byWindow.get(window);
    if (indexes) indexes.push(index);
    else byWindow.set(window, [index]);
  });
  const outcomes = new Array<Stored>(records.length);
  await mapConcurrently([...byWindow.values()], CONCURRENCY, async (indexes) => {
    for (const index of indexes) outcomes[index] = await store(records[index]!, aggregates[index]!, tools);
  });
  return outcomes;
}

interface Stored {
  readonly outcome: RecordOutcome;
  readonly windowEnd?: number;
}

async function store(record: MskRecord, read: Read<StockAggregate>, tools: StoreTools): Promise<Stored> {
  const fail = (outcome: Failure["outcome"], reason: string) => {
    tools.onFailure({ record, outcome, reason });
    return { outcome };
  };
  if (!read.ok) return fail("rejected", read.problem);
  if (tools.deadline.passed) return fail("deferred", "the function's time was used up before the record's turn");
  try {
    await retry(() => tools.put(toFeatureRecord(read.value)), {
      attempts: 5,
      firstPauseMs: 100,
      longestPauseMs: 2_000,
      retriable: isRetriable,
      deadline: tools.deadline,
      sleep: tools.sleep,
    });
    return { outcome: "stored", windowEnd: read.value.window_end };
  } catch (error) {
    return fail(isRetriable(error) ? "deferred" : "rejected", describeError(error));
  }
}

function firstFailures(records: readonly MskRecord[], outcomes: readonly { outcome: RecordOutcome }[]) {
  const first = new Map<string, number>();
  records.forEach(({ partition, offset, source }, index) => {
    if (outcomes[index]!.outcome === "stored") return;
    if (offset === undefined)
      throw new Error(
        `The record ${source} has no offset, so it cannot be reported to AWS as failed: the batch fails as a whole`,
      );
    first.set(partition, Math.min(first.get(partition) ?? offset, offset));
  });
  return [...first].map(([partition, offset]) => ({ itemIdentifier: { partition, offset } }));
}
