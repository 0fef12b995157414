import type { Disagreement } from "../../contracts/differential/compare";
import { table } from "../docs/sections";
import type { DifferentialReport } from "./run";

/** A run in one table: cases and disagreements of each class, and of all. */
export function differentialTable({ counts, disagreements }: DifferentialReport): string {
  const row = (name: string, cases: number, found: readonly Disagreement[]) => [
    name,
    String(cases),
    String(found.length),
  ];
  const rows = Object.entries(counts).map(([name, cases]) =>
    row(
      name,
      cases,
      disagreements.filter((one) => one.class === name),
    ),
  );
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return table(["class of cases", "cases", "disagreements"], [...rows, row("all", total, disagreements)]);
}
