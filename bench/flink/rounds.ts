import { type Case, GOAL_PARALLELISM, keyOf } from "./cases";
import type { Sample } from "./measure";
import { Results } from "./results";

/** How often each case is measured. */
export interface Rounds {
  /** For the cases that the goals are about. */
  readonly goals: number;
  /** For all others. */
  readonly others: number;
}

/** The cases of one round; each round begins with another one, so that none is always first after a pause. */
export function casesOf(round: number, cases: readonly Case[], rounds: Rounds): Case[] {
  const due = cases.filter((it) => round < (isOfGoals(it) ? rounds.goals : rounds.others));
  const first = due.length === 0 ? 0 : (round * 7) % due.length;
  return [...due.slice(first), ...due.slice(0, first)];
}

const isOfGoals = ({ parallelism, subject }: Case): boolean =>
  subject === "job-in-memory" || (parallelism === GOAL_PARALLELISM && subject !== "sql-two-phase");

/** Measures all cases in rounds in which they take turns, so that a busy moment of the machine hits all alike. */
export async function measureInRounds(
  cases: readonly Case[],
  rounds: Rounds,
  measure: (wanted: Case) => Promise<Sample>,
): Promise<Results> {
  const samples = new Map(cases.map((it) => [keyOf(it), [] as Sample[]]));
  for (let round = 0; round < Math.max(rounds.goals, rounds.others); round++) {
    for (const wanted of casesOf(round, cases, rounds)) samples.get(keyOf(wanted))!.push(await measure(wanted));
  }
  return new Results(cases.map((it) => ({ case: it, samples: samples.get(keyOf(it))! })));
}
