import { CASES_NOW } from "../../contracts/cases";
import { generateCases } from "../../contracts/differential/cases";
import { type Disagreement, disagreements } from "../../contracts/differential/compare";
import { jobVerdicts } from "./job-verdicts";

/** What a run of the differential test came to. */
export interface DifferentialReport {
  /** Cases by class. */
  readonly counts: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
}

/** Lets the contract and the job's parser judge the same generated cases. The same seed makes the same cases. */
export async function runDifferential(settings: { seed: number; count: number }): Promise<DifferentialReport> {
  const cases = generateCases({ ...settings, now: CASES_NOW });
  const counts: Record<string, number> = {};
  for (const { class: name } of cases) counts[name] = (counts[name] ?? 0) + 1;
  return { counts, disagreements: disagreements(cases, await jobVerdicts(cases, CASES_NOW), CASES_NOW) };
}
