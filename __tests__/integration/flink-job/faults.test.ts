import { runFaults } from "./faults/suite";

test("whatever fails, every record is in one window or one dead letter, once", async () => {
  const outcome = await runFaults({ seed: 20_261_122, count: 8, longestMs: 3_000 });
  expect(outcome.violations).toEqual([]);
  expect(new Set(outcome.faults.map(({ kind }) => kind)).size).toBe(8);
  expect(outcome.windows).toBeGreaterThan(0);
  expect(outcome.deadLetters).toBeGreaterThan(0);
}, 600_000);
