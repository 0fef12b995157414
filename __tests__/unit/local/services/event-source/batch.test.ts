import type { ConsumedRecord } from "../../../../../local/services/broker/record";
import type { InvocationResult } from "../../../../../local/services/emulator/lambda";
import {
  type BatchContext,
  type Discarded,
  processBatch,
  type RetryRules,
} from "../../../../../local/services/event-source/batch";
import { record, recordsAt } from "../records";

const OK: InvocationResult = { status: 200, payload: "null" };
const FAILED: InvocationResult = { status: 200, functionError: "Unhandled", payload: "{}" };
const RULES: RetryRules = { bisect: false, partialFailures: false };

/** Runs a batch against a function and tells what it was invoked with and what was given up. */
async function run(
  batch: readonly ConsumedRecord[],
  rules: Partial<RetryRules>,
  answer: (offsets: number[]) => InvocationResult,
  context: Partial<BatchContext> = {},
) {
  const invocations: number[][] = [];
  const discarded: Discarded[] = [];
  await processBatch(batch, {
    rules: { ...RULES, ...rules },
    signal: new AbortController().signal,
    firstPauseMs: 1,
    discard: async (what) => void discarded.push(what),
    invoke: async (records) => {
      const offsets = records.map(({ offset }) => Number(offset));
      invocations.push(offsets);
      return answer(offsets);
    },
    ...context,
  });
  return {
    invocations,
    discarded: discarded.map(({ records, reason }) => ({ reason, offsets: records.map((r) => Number(r.offset)) })),
  };
}

describe("processBatch", () => {
  it("invokes once when nothing fails", async () => {
    await expect(run(recordsAt(0, 1, 2), {}, () => OK)).resolves.toEqual({ invocations: [[1, 2]], discarded: [] });
  });

  it("repeats the same batch after an error, as often as allowed, and gives it up then", async () => {
    await expect(run(recordsAt(0, 1, 2), { maxAttempts: 2 }, () => FAILED)).resolves.toEqual({
      invocations: [
        [1, 2],
        [1, 2],
        [1, 2],
      ],
      discarded: [{ reason: "RetryAttemptsExhausted", offsets: [1, 2] }],
    });
  });

  it("repeats without end when no limit is set", async () => {
    let left = 8;
    const { invocations } = await run(recordsAt(0, 1), {}, () => (left-- > 0 ? FAILED : OK));
    expect(invocations).toHaveLength(9);
  });

  it("repeats only what failed when the function reports it", async () => {
    const partial = {
      status: 200,
      payload: '{"batchItemFailures":[{"itemIdentifier":{"partition":"ticks-0","offset":2}}]}',
    };
    const answers = [partial, OK];
    const { invocations } = await run(recordsAt(0, 1, 2, 3), { partialFailures: true }, () => answers.shift()!);
    expect(invocations).toEqual([
      [1, 2, 3],
      [2, 3],
    ]);
  });

  it("takes a report for success when the mapping does not ask for one", async () => {
    const payload = '{"batchItemFailures":[{"itemIdentifier":{"partition":"ticks-0","offset":2}}]}';
    const { invocations } = await run(recordsAt(0, 1, 2), {}, () => ({ status: 200, payload }));
    expect(invocations).toHaveLength(1);
  });

  it("splits a failed batch until the bad record is alone, in order", async () => {
    const { invocations, discarded } = await run(
      recordsAt(0, 1, 2, 3, 4),
      { bisect: true, maxAttempts: 0 },
      (offsets) => (offsets.includes(3) ? FAILED : OK),
    );
    expect(invocations).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [4]]);
    expect(discarded).toEqual([{ reason: "RetryAttemptsExhausted", offsets: [3] }]);
  });

  it("gives up records that are too old, and processes the others", async () => {
    const batch = [record({ offset: 1, timestamp: 0 }), record({ offset: 2, timestamp: 9_000 })];
    await expect(run(batch, { maxAgeMs: 5_000 }, () => OK, { now: () => 10_000 })).resolves.toEqual({
      invocations: [[2]],
      discarded: [{ reason: "RecordAgeExceeded", offsets: [1] }],
    });
  });

  it("does not count an emulator that cannot be reached as an attempt", async () => {
    let unreachable = 3;
    const invoke = async () => {
      if (unreachable-- > 0) throw new Error("connect ECONNREFUSED");
      return OK;
    };
    const { discarded } = await run(recordsAt(0, 1), { maxAttempts: 0 }, () => OK, { invoke });
    expect(discarded).toEqual([]);
  });

  it("fails when it is stopped, so that nothing is committed", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await expect(run(recordsAt(0, 1), {}, () => FAILED, { signal: stop.signal })).rejects.toThrow();
  });
});
