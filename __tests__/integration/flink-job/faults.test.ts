import { FAULT_KINDS } from "./faults/schedule";
import { runFaults } from "./faults/suite";

const TEST_MS = 600_000;
/** What is left for ending all processes. */
const ENDING_MS = 60_000;

test(
  "whatever fails, every record is in one window or one dead letter, once",
  async () => {
    const settings = { seed: 20_261_122, count: FAULT_KINDS.length, longestMs: 3_000 };
    const outcome = await runFaults(settings, AbortSignal.timeout(TEST_MS - ENDING_MS));
    const { violations, logs } = outcome;
    expect({ violations, logs }).toEqual({ violations: [], logs });
    expect(new Set(outcome.faults.map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS));
    expect(outcome.windows).toBeGreaterThan(0);
    expect(outcome.deadLetters).toBeGreaterThan(0);
  },
  TEST_MS,
);
