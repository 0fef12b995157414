import { NewestByTime } from "../../../integration/flink-job/faults/newest-by-time";

const newest = new NewestByTime([
  { partition: 0, sentMs: 1000, timestamp: 10 },
  { partition: 0, sentMs: 3000, timestamp: 30 },
  { partition: 0, sentMs: 2000, timestamp: 40 },
  { partition: 1, sentMs: 2500, timestamp: 20 },
]);

test.each([
  [1, 999, 0],
  [1, 1000, 10],
  [1, 1999, 10],
  [1, 2000, 40],
  [1, 9000, 40],
  [0, 2499, 0],
  [0, 2500, 20],
  [2, 2500, 40],
])("partitions other than %i had come, at %i ms, to second %i", (partition, atMs, second) => {
  expect(newest.ofOthers(partition, atMs)).toBe(second);
});
