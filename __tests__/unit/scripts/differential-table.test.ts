import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CASES_NOW } from "../../../contracts/cases";
import { classSizes } from "../../../contracts/differential/cases";
import { differentialTable } from "../../../scripts/differential/table";

const README = readFileSync(join(__dirname, "../../../flink-job/README.md"), "utf8");

test("a run's table has the cases and disagreements of each class, and of all", () => {
  const disagreement = { class: "b", bytes: Buffer.from("{"), contract: "invalid_json", job: "valid" };
  expect(differentialTable({ counts: { a: 2, b: 3 }, disagreements: [disagreement] }).split("\n")).toEqual([
    "| class of cases | cases | disagreements |",
    "| --- | --- | --- |",
    "| a | 2 | 0 |",
    "| b | 3 | 1 |",
    "| all | 5 | 1 |",
  ]);
});

test("the job's README has the table of a run over today's classes, without a disagreement", () => {
  const section = /<!-- generated:differential -->([\s\S]*?)<!-- \/generated -->/.exec(README)?.[1] ?? "";
  const count = Number(/--seed \d+ --cases (\d+) --report/.exec(section)?.[1]);
  expect(count).toBeGreaterThanOrEqual(100_000);
  const counts = Object.fromEntries(classSizes({ count, now: CASES_NOW }).map(({ name, size }) => [name, size]));
  expect(section).toContain(differentialTable({ counts, disagreements: [] }));
});
