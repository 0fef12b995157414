import { idleTimes } from "../../../integration/flink-job/faults/idle-times";
import type { FaultKind } from "../../../integration/flink-job/faults/schedule";

const fault = (kind: FaultKind, fromMs: number, untilMs: number) => ({ kind, fromMs, untilMs });

test("partitions may be idle from the idleness after a fault that keeps the job from reading, until it has caught up", () => {
  expect(idleTimes([fault("network silent", 10_000, 20_000)], 5000)).toEqual([{ fromMs: 15_000, untilMs: 22_000 }]);
});

test("a job that starts again takes no partition for idle", () => {
  expect(idleTimes([fault("job killed", 10_000, 30_000), fault("job rescaled", 40_000, 60_000)], 5000)).toEqual([]);
});

test("a fault that follows before the job has caught up makes that later; one that follows afterwards does not", () => {
  const cut = fault("network cut", 10_000, 20_000);
  expect(idleTimes([cut, fault("job killed", 21_000, 30_000)], 5000)).toEqual([{ fromMs: 15_000, untilMs: 32_000 }]);
  expect(idleTimes([cut, fault("job killed", 23_000, 30_000)], 5000)).toEqual([{ fromMs: 15_000, untilMs: 22_000 }]);
});
