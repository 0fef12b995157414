import { type EventTime, isLate } from "../../../integration/flink-job/faults/lateness";

/** A window begins at 600 and ends at 660. */
const END = 660;
const TIME: EventTime = { windowSeconds: 60, outOfOrdernessMs: 5000, idlenessMs: 30_000, allowedLatenessSeconds: 10 };
const trade = (timestamp: number) => ({ ticker: "AMZN", price: 1, volume: 1, timestamp });

test.each([
  [END - 60, (END + 15) * 1000, false],
  [END - 60, (END + 15) * 1000 + 1, true],
  [END - 1, (END + 15) * 1000, false],
  [END - 1, (END + 15) * 1000 + 1, true],
  [END, (END + 15) * 1000 + 1, false],
])("a trade of %d that reaches Kafka at %d ms: late is %s", (timestamp, kafkaMs, late) => {
  expect(isLate(trade(timestamp), kafkaMs, TIME)).toBe(late);
});
