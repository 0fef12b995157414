import fc from "fast-check";
import { spansOf } from "../../../../handlers/consumer/positions";
import type { PartitionRange } from "../../../../handlers/shared/offsets";

const ranges: PartitionRange[] = [
  { partition: 0, low: 100n, high: 150n },
  { partition: 1, low: 0n, high: 3n },
];
const starts = (...args: Parameters<typeof spansOf>) =>
  spansOf(...args).map(({ partition, start }) => [partition, start]);

describe("spansOf", () => {
  it.each([
    [
      "the oldest record",
      "earliest" as const,
      [
        [0, 100n],
        [1, 0n],
      ],
    ],
    [
      "the end",
      "latest" as const,
      [
        [0, 150n],
        [1, 3n],
      ],
    ],
    [
      "the newest records, as many as there are",
      { last: 10 },
      [
        [0, 140n],
        [1, 0n],
      ],
    ],
    ["offsets, only of their partitions", { offsets: { "1": 2n } }, [[1, 2n]]],
    ["the oldest that is left, when the offset is older", { offsets: { "0": 5n } }, [[0, 100n]]],
    ["the end, when the offset is beyond it", { offsets: { "0": 999n } }, [[0, 150n]]],
  ])("starts at %s", (_, from, expected) => expect(starts({ from }, ranges)).toEqual(expected));

  it("starts at a time, or at the end of partitions that have nothing so new", () => {
    expect(starts({ from: { timestamp: 1 } }, ranges, new Map([[0, 120n]]))).toEqual([
      [0, 120n],
      [1, 3n],
    ]);
  });

  it("is restricted to a partition", () => {
    expect(starts({ from: "earliest", partition: 1 }, ranges)).toEqual([[1, 0n]]);
  });

  it("refuses partitions that the topic does not have", () => {
    expect(() => spansOf({ from: "earliest", partition: 7 }, ranges)).toThrow(
      "The topic has no partition 7: it has 0, 1",
    );
    expect(() => spansOf({ from: { offsets: { "5": 1n } } }, ranges)).toThrow("no partition 5");
  });

  it("never leaves a partition's range", () => {
    const from = fc.oneof(
      fc.constantFrom("earliest" as const, "latest" as const),
      fc.record({ last: fc.integer({ min: 1, max: 1_000 }) }),
      fc.bigInt({ min: 0n, max: 2n ** 63n }).map((offset) => ({ offsets: { "0": offset } })),
    );
    fc.assert(
      fc.property(from, (position) => {
        for (const { partition, start, end } of spansOf({ from: position }, ranges)) {
          expect(start).toBeGreaterThanOrEqual(ranges[partition]!.low);
          expect(start).toBeLessThanOrEqual(end);
        }
      }),
    );
  });
});
