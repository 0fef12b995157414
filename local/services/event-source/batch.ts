import { setTimeout as delay } from "node:timers/promises";
import type { ConsumedRecord } from "../broker/record";
import type { InvocationResult } from "../emulator/lambda";
import { log, reason } from "../log";
import { remaining } from "./response";

/** Why records were given up. */
export type DiscardReason = "RetryAttemptsExhausted" | "RecordAgeExceeded";

/** Records that were given up. */
export interface Discarded {
  readonly records: readonly ConsumedRecord[];
  readonly reason: DiscardReason;
  readonly attempts: number;
  readonly lastResult?: InvocationResult;
}

/** Retry rules of a mapping; undefined means without limit. */
export interface RetryRules {
  readonly maxAttempts?: number;
  readonly maxAgeMs?: number;
  readonly bisect: boolean;
  readonly partialFailures: boolean;
}

export interface BatchContext {
  readonly rules: RetryRules;
  readonly invoke: (records: readonly ConsumedRecord[]) => Promise<InvocationResult>;
  readonly discard: (discarded: Discarded) => Promise<void>;
  readonly signal: AbortSignal;
  readonly now?: () => number;
  /** First pause before a retry in milliseconds, doubled each time up to a minute; default 1000. */
  readonly firstPauseMs?: number;
}

interface Work {
  readonly records: readonly ConsumedRecord[];
  readonly attempts: number;
  readonly lastResult?: InvocationResult;
}

const MAX_PAUSE_MS = 60_000;

/** Invokes; an emulator that cannot be reached, or throttles, does not count as an attempt and is tried until it answers. */
async function invokeUntilAnswered(
  records: readonly ConsumedRecord[],
  { invoke, signal, firstPauseMs = 1_000 }: BatchContext,
): Promise<InvocationResult> {
  for (let pause = firstPauseMs; ; pause = Math.min(MAX_PAUSE_MS, pause * 2)) {
    signal.throwIfAborted();
    try {
      return await invoke(records);
    } catch (error) {
      log("warn", "function was not invoked, it is tried again", { detail: reason(error), pauseMs: pause });
      await delay(pause, undefined, { signal });
    }
  }
}

function halves({ records, attempts, lastResult }: Work): Work[] {
  const middle = Math.ceil(records.length / 2);
  return [records.slice(0, middle), records.slice(middle)].map((half) => ({ records: half, attempts, lastResult }));
}

/**
 * Brings one batch to its end: every record processed, or given up by the mapping's rules and sent to its destination.
 * @throws Error when `signal` is aborted first; then nothing of the batch may be committed.
 */
export async function processBatch(batch: readonly ConsumedRecord[], context: BatchContext): Promise<void> {
  const { rules, discard, signal, now = Date.now, firstPauseMs = 1_000 } = context;
  const queue: Work[] = [{ records: batch, attempts: 0 }];
  for (let work = queue.shift(); work; work = queue.shift()) {
    const { attempts, lastResult } = work;
    const tooOld = ({ timestamp }: ConsumedRecord) =>
      rules.maxAgeMs !== undefined && now() - timestamp > rules.maxAgeMs;
    const old = work.records.filter(tooOld);
    if (old.length > 0) await discard({ records: old, reason: "RecordAgeExceeded", attempts, lastResult });
    const records = work.records.filter((record) => !old.includes(record));
    if (records.length === 0) continue;

    const result = await invokeUntilAnswered(records, context);
    const failed = result.functionError ? records : rules.partialFailures ? remaining(records, result.payload) : [];
    if (failed.length === 0) continue;

    const next: Work = { records: failed, attempts: attempts + 1, lastResult: result };
    // A split does not use up an attempt: https://docs.aws.amazon.com/lambda/latest/dg/kafka-retry-configurations.html
    if (rules.bisect && result.functionError && failed.length > 1) {
      queue.unshift(...halves({ ...next, attempts }));
    } else if (rules.maxAttempts !== undefined && next.attempts > rules.maxAttempts) {
      await discard({ records: failed, reason: "RetryAttemptsExhausted", attempts: next.attempts, lastResult: result });
    } else {
      await delay(Math.min(MAX_PAUSE_MS, firstPauseMs * 2 ** attempts), undefined, { signal });
      queue.unshift(next);
    }
  }
}
