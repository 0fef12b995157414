import { FAULT_KINDS, schedule } from "../../../integration/flink-job/faults/schedule";

const settings = { seed: 7, count: 100, longestMs: 30_000 };

test("the same seed makes the same faults", () => {
  expect(schedule(settings)).toEqual(schedule(settings));
  expect(schedule({ ...settings, seed: 8 })).not.toEqual(schedule(settings));
});

test("as many faults as there are kinds are one of each", () => {
  const kinds = schedule({ ...settings, count: FAULT_KINDS.length }).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(FAULT_KINDS));
});

test.each(["broker paused", "network cut", "network silent", "reader slow"])(
  "one %s is as long as allowed",
  (lasting) => {
    const lengths = schedule(settings).flatMap(({ kind, lengthMs }) => (kind === lasting ? [lengthMs] : []));
    expect(Math.max(...lengths)).toBe(settings.longestMs);
    expect(lengths.filter((length) => length === settings.longestMs)).toHaveLength(1);
  },
);

test("pauses last from half a second to the longest that is allowed", () => {
  for (const { lengthMs } of schedule(settings)) {
    expect(lengthMs).toBeGreaterThanOrEqual(500);
    expect(lengthMs).toBeLessThanOrEqual(settings.longestMs);
  }
});

test("rescaling goes down, up, and back to where the job starts", () => {
  const rescalings = schedule(settings).filter(({ kind }) => kind === "job rescaled");
  expect(rescalings.slice(0, 4).map(({ parallelism }) => parallelism)).toEqual([1, 3, 2, 1]);
});
