import { allCases, type Case, keyOf } from "../../../../bench/flink/cases";
import type { Sample } from "../../../../bench/flink/measure";
import { perCpuSecond, perSecond } from "../../../../bench/flink/results";
import { casesOf, measureInRounds } from "../../../../bench/flink/rounds";

const cases = allCases([1, 2, 4]);
const rounds = { goals: 3, others: 1 };

test("no two cases are the same", () => {
  expect(new Set(cases.map(keyOf)).size).toBe(cases.length);
});

test("the first round measures every case, the later ones those of the goals", () => {
  expect(casesOf(0, cases, rounds)).toHaveLength(cases.length);
  const later = casesOf(2, cases, rounds);
  expect(later.length).toBeGreaterThan(0);
  expect(later.every(({ parallelism, subject }) => parallelism === 2 || subject === "job-in-memory")).toBe(true);
});

test("rounds begin with different cases", () => {
  const firsts = [0, 1, 2].map((round) => keyOf(casesOf(round, cases, { goals: 3, others: 3 })[0]!));
  expect(new Set(firsts).size).toBe(3);
});

test("every case takes turns and keeps its measurements", async () => {
  const order: string[] = [];
  const results = await measureInRounds(cases, rounds, async (wanted: Case): Promise<Sample> => {
    order.push(keyOf(wanted));
    return { records: 100 * wanted.parallelism, wallSeconds: 2, cpuSeconds: wanted.parallelism };
  });
  expect(new Set(order.slice(0, cases.length)).size).toBe(cases.length);
  const wanted: Case = { subject: "job", backend: "hashmap", tickers: 4, parallelism: 2 };
  expect(results.rows.find((row) => keyOf(row.case) === keyOf(wanted))?.samples).toHaveLength(rounds.goals);
  expect(results.of(wanted, perSecond).median).toBe(100);
  expect(results.of(wanted, perCpuSecond).median).toBe(100);
});
