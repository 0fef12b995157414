import type { DeadLetter } from "../../../../handlers/replay/dead-letter";
import { describeDeadLetters } from "../../../../handlers/replay/report";

const letter = (of: string, reason: DeadLetter["reason"], at: string): DeadLetter => ({
  letter: "prices-dlq/0/1",
  of,
  reason,
  detail: "why",
  at,
  correlationId: undefined,
  key: null,
  value: Buffer.from("value"),
  headers: [],
});

test("the most frequent reason comes first, and the newest letter, however its time is written", () => {
  const letters = [
    letter("prices/0/1", "late", "2026-01-01T00:00:01Z"),
    letter("prices/0/2", "future", "2026-01-01T00:00:01.500Z"),
    letter("prices/0/3", "future", "2026-01-01T00:00:00.999Z"),
  ];
  const [count, first, second, ...samples] = describeDeadLetters(letters, 2).split("\n");
  expect([count, first?.trim(), second?.trim()]).toEqual(["3 dead letters", "2  future", "1  late"]);
  expect(samples.filter((line) => line.startsWith("prices/")).map((line) => line.split(" ")[0])).toEqual([
    "prices/0/2",
    "prices/0/1",
  ]);
});
