import { patchKafkajs } from "../../../../handlers/shared/patched-kafkajs";
import { nextCheckMs } from "../../../../handlers/shared/throttle-timer";

const NOW = 1_796_020_668_532;

test.each([
  ["never throttled, nothing waits", -1, 0, 0],
  ["never throttled, a request waits for others", -1, 1, 10],
  ["throttled for a second", NOW + 1_000, 1, 1_000],
  ["throttled until now", NOW, 0, 0],
  ["no longer throttled", NOW - 1, 2, 10],
])("a queue that is %s is looked at again in time", (_, throttledUntil, waiting, expected) => {
  expect(nextCheckMs({ throttledUntil, pending: Array(waiting).fill({}) }, NOW)).toBe(expected);
});

test("a connection that no broker has throttled starts no timer that lies in the past", () => {
  patchKafkajs();
  const RequestQueue = require("kafkajs/src/network/requestQueue");
  const queue = Object.assign(Object.create(RequestQueue.prototype), { throttledUntil: -1, pending: [] });
  const timers = jest.spyOn(global, "setTimeout");
  try {
    queue.scheduleCheckPendingRequests();
    expect(timers.mock.calls.map(([, ms]) => ms)).toEqual([0]);
  } finally {
    clearTimeout(queue.throttleCheckTimeoutId);
    timers.mockRestore();
  }
});
