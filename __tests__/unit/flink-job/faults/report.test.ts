import { faultTable } from "../../../integration/flink-job/faults/report";
import type { SurvivedFault } from "../../../integration/flink-job/faults/suite";

const fault = (kind: SurvivedFault["kind"], recoveryMs: number, runningMs?: number): SurvivedFault => ({
  ...{ kind, recoveryMs, runningMs, afterMs: 0, lengthMs: 0, parallelism: 2, fromMs: 60_000, untilMs: 180_000 },
});

test("every recovery is in the table, and how many are within the goal", () => {
  const faults = [
    fault("network cut", 900),
    fault("job killed", 7000, 3000),
    fault("job killed", 10_000, 4000),
    fault("job killed", 10_001, 5000),
  ];
  const rest = { records: 1, windows: 2, deadLetters: 3, violations: [], logs: "" };
  expect(
    faultTable({ faults, ...rest })
      .split("\n")
      .slice(2),
  ).toEqual([
    "| job killed | 3 | 10.0 | 10.0 | 66 % | 4.0 |",
    "| network cut | 1 | 0.9 | 0.9 | 100 % |  |",
    "",
    "4 faults in 2 minutes, 1 records, 2 windows, 3 dead letters, 0 violations.",
  ]);
});
