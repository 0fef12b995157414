import { allCases, type Case } from "../../../../bench/flink/cases";
import { type Goal, goals, verdictOn } from "../../../../bench/flink/goals";
import { Results } from "../../../../bench/flink/results";
import { goalsTable, lineOf, resultsTable } from "../../../../bench/flink/tables";

/** CPU-seconds that each program takes for 200,000 records. */
const CPU: Readonly<Record<Case["subject"], number>> = {
  loop: 1,
  job: 1.25,
  sql: 5,
  "sql-two-phase": 4,
  "job-in-memory": 1,
};

const results = new Results(
  allCases([1, 2]).map((it) => {
    const cpuSeconds = CPU[it.subject] * (it.backend === "rocksdb" ? 2 : 1);
    const sample = { records: 200_000, wallSeconds: 1 / it.parallelism, cpuSeconds, checkpoints: 4 };
    return { case: it, samples: [sample, { ...sample, wallSeconds: 10, cpuSeconds: 10 * cpuSeconds }, sample] };
  }),
);

const goal = (about: RegExp): Goal => goals(results, 26e6).find(({ name }) => about.test(name))!;

test.each([
  { about: /^4 tickers.*bare loop/, median: 0.8, verdict: "met" },
  { about: /^5,000 tickers.*Flink SQL/, median: 4, verdict: "met" },
  { about: /^4 tickers.*RocksDB/, median: 2, verdict: "missed" },
  { about: /busy ticker/, median: 2, verdict: "met by the median" },
  { about: /jar/, median: 26, verdict: "missed" },
])("of the goal $about, $median is measured: $verdict", ({ about, median, verdict }) => {
  expect(goal(about).measured.median).toBeCloseTo(median);
  expect(verdictOn(goal(about))).toBe(verdict);
});

test("a round on the wrong side of the limit shows in the table", () => {
  const line = goalsTable(goals(results, 26e6))
    .split("\n")
    .find((row) => row.includes("busy ticker"));
  expect(line).toContain("2.00 (1.00–2.00) | met by the median, not by every round |");
});

test("the table names missed goals as such", () => {
  const lines = goalsTable(goals(results, 26e6)).split("\n");
  expect(lines.find((line) => line.includes("size of the jar"))).toBe(
    "| size of the jar | at most 25 MB | 26.0 | **missed** |",
  );
});

test("the table of results has the median with the least and the greatest round", () => {
  const line = resultsTable(results.rows.map(lineOf))
    .split("\n")
    .find((row) => row.startsWith("| the job, heap | 4 | 2 "));
  expect(line).toBe("| the job, heap | 4 | 2 | 3 | 400 (20–400) | 160 (16–160) | 6.25 | 4 |");
});

test("a case that was not measured is named", () => {
  expect(() => goals(new Results([]), 1)).toThrow("The bench has not measured job/hashmap/4/2");
});
