import fc from "fast-check";
import type { FeatureRecord } from "../../../../contracts/feature-record";
import { type Failure, storeBatch } from "../../../../handlers/feature-store/core";
import { readMskEvent } from "../../../../handlers/shared/msk-event";
import { aggregate, fakeTime, mskEvent, mskRecord } from "../support";

const refusal = (name: string, status: number) =>
  Object.assign(new Error("no"), { name, $metadata: { httpStatusCode: status } });

function run(records: Record<string, unknown[]>, put: (record: FeatureRecord) => Promise<void>, remainingMs = 60_000) {
  const time = fakeTime();
  const failures: Failure[] = [];
  const outcome = storeBatch(readMskEvent(mskEvent(records)), {
    put,
    now: time.now,
    sleep: time.sleep,
    deadline: time.deadlineIn(remainingMs),
    onFailure: (failure) => failures.push(failure),
  });
  return { outcome, failures };
}

const failed = (partition: string, offset: number) => ({ itemIdentifier: { partition, offset } });

describe("storeBatch", () => {
  it("stores each aggregate with its window's end as event time", async () => {
    const stored: FeatureRecord[] = [];
    const { outcome } = run({ "output-0": [mskRecord(0, 1, aggregate())] }, async (record) => void stored.push(record));

    expect((await outcome).result).toEqual({ batchItemFailures: [] });
    expect(stored).toEqual([{ ...aggregate(), event_time: 1_700_000_060 }]);
  });

  it("stores the aggregates of one window in their order, so that the last one stays", async () => {
    const stored: number[] = [];
    const records = [2, 3, 4].map((count, index) => mskRecord(0, index, aggregate({ record_count: count })));
    // The earlier, the slower.
    const { outcome } = run({ "output-0": records }, async ({ record_count }) => {
      await new Promise((resolve) => setTimeout(resolve, 10 * (5 - record_count)));
      stored.push(record_count);
    });

    expect((await outcome).result).toEqual({ batchItemFailures: [] });
    expect(stored).toEqual([2, 3, 4]);
  });

  it("reports the first failure of each partition in Kafka's form, and stores what comes after it anyway", async () => {
    const stored: number[] = [];
    const { outcome } = run(
      {
        "output-0": [
          mskRecord(0, 1, aggregate()),
          mskRecord(0, 2, Buffer.from("{")),
          mskRecord(0, 3, aggregate({ volume_sum: 3 })),
          mskRecord(0, 4, {}),
        ],
        "output-1": [mskRecord(1, 8, aggregate({ volume_sum: 8 }))],
        "output-2": [mskRecord(2, 5, "x")],
      },
      async ({ volume_sum }) => void stored.push(volume_sum),
    );

    const { result, measurements } = await outcome;

    expect(result.batchItemFailures).toEqual([failed("output-0", 2), failed("output-2", 5)]);
    expect(stored.sort()).toEqual([3, 300, 8]);
    expect(measurements).toMatchObject({ FeaturesStored: 3, FeaturesRejected: 3, FeaturesDeferred: 0 });
  });

  it.each([
    ["throttling", refusal("ThrottlingException", 400)],
    ["an error of the service", refusal("InternalFailure", 500)],
  ])("tries again after %s", async (_, error) => {
    const put = jest.fn(async () => undefined).mockRejectedValueOnce(error);
    const { outcome } = run({ "output-0": [mskRecord(0, 1, aggregate())] }, put);

    expect((await outcome).result.batchItemFailures).toEqual([]);
    expect(put).toHaveBeenCalledTimes(2);
  });

  it("leaves a record to AWS's retry when the service stays unavailable", async () => {
    const put = jest.fn(() => Promise.reject(refusal("ServiceUnavailable", 503)));
    const { outcome, failures } = run({ "output-0": [mskRecord(0, 1, aggregate())] }, put);

    expect(await outcome).toMatchObject({
      result: { batchItemFailures: [failed("output-0", 1)] },
      measurements: { FeaturesDeferred: 1, FeaturesRejected: 0 },
    });
    expect(put).toHaveBeenCalledTimes(5);
    expect(failures).toMatchObject([{ outcome: "deferred", reason: "ServiceUnavailable: no" }]);
  });

  it("does not repeat a 4xx: it is that record's own failure", async () => {
    const put = jest.fn(() => Promise.reject(refusal("ValidationError", 400)));
    const { outcome, failures } = run({ "output-0": [mskRecord(0, 1, aggregate())] }, put);

    expect((await outcome).result.batchItemFailures).toEqual([failed("output-0", 1)]);
    expect(put).toHaveBeenCalledTimes(1);
    expect(failures[0]!.outcome).toBe("rejected");
  });

  it("starts nothing when its time is used up, and reports it as failed", async () => {
    const put = jest.fn();
    const { outcome } = run(
      { "output-0": [mskRecord(0, 1, aggregate())], "output-1": [mskRecord(1, 2, aggregate())] },
      put,
      0,
    );

    expect((await outcome).result.batchItemFailures).toEqual([failed("output-0", 1), failed("output-1", 2)]);
    expect(put).not.toHaveBeenCalled();
  });

  it("measures how old the newest window is", async () => {
    const { outcome } = run(
      { "output-0": [mskRecord(0, 1, aggregate({ window_end: 1_699_999_990 }))] },
      async () => undefined,
    );
    expect((await outcome).measurements).toMatchObject({ FeatureLatency: 10 });
  });

  it("fails as a whole when a failed record cannot be named", async () => {
    const { outcome } = run({ "output-0": [{ garbage: true }] }, async () => undefined);
    await expect(outcome).rejects.toThrow(/has no offset/);
  });

  it("never has more than ten writes in flight", async () => {
    let running = 0;
    let most = 0;
    const put = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
    };
    const records = Array.from({ length: 60 }, (_, offset) =>
      mskRecord(0, offset, aggregate({ ticker: `T${offset}` })),
    );
    await run({ "output-0": records }, put).outcome;

    expect(most).toBe(10);
  });

  it("loses nothing: whatever is not stored is at or after its partition's reported offset", async () => {
    const bodies = fc.array(
      fc.oneof(
        fc.constant(aggregate()),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(bodies, bodies, fc.func(fc.boolean()), async (first, second, refuses) => {
        const stored = new Set<string>();
        let call = 0;
        const batch = (partition: number, values: unknown[]) =>
          values.map((value, offset) =>
            mskRecord(
              partition,
              offset,
              Buffer.isBuffer(value) ? value : aggregate({ volume_sum: partition * 100 + offset }),
            ),
          );
        const { outcome } = run(
          { "output-0": batch(0, first), "output-1": batch(1, second) },
          async ({ volume_sum }) => {
            if (refuses(call++)) throw refusal("ValidationError", 400);
            stored.add(`${Math.floor(volume_sum / 100)}/${volume_sum % 100}`);
          },
        );
        const { batchItemFailures } = (await outcome).result;

        for (const [partition, values] of [first, second].entries()) {
          const firstMissing = values.findIndex((_, offset) => !stored.has(`${partition}/${offset}`));
          const reported = batchItemFailures.find(
            ({ itemIdentifier }) => itemIdentifier.partition === `output-${partition}`,
          );
          expect(reported?.itemIdentifier.offset).toBe(firstMissing === -1 ? undefined : firstMissing);
        }
      }),
    );
  });
});
