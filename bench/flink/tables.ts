import { table } from "../../scripts/docs/sections";
import { nameOf } from "./cases";
import { type Goal, type Verdict, verdictOn } from "./goals";
import type { Sample } from "./measure";
import { perCpuSecond, perSecond, type Row } from "./results";
import { type Spread, spreadOf } from "./statistics";

const thousands = (value: number): string => (value < 10_000 ? (value / 1000).toFixed(1) : (value / 1000).toFixed(0));

function range({ median, least, greatest }: Spread, show: (value: number) => string): string {
  return least === greatest ? show(median) : `${show(median)} (${show(least)}–${show(greatest)})`;
}

/** How many fell into a run. */
function checkpoints(samples: readonly Sample[]): string {
  const known = samples.flatMap((sample) => sample.checkpoints ?? []);
  return known.length === 0 ? "" : range(spreadOf(known), (value) => value.toFixed(0));
}

/** Measurements of one program. */
export interface Line {
  readonly name: string;
  readonly tickers: number;
  readonly parallelism: number;
  readonly samples: readonly Sample[];
}

export const lineOf = ({ case: it, samples }: Row): Line => ({ ...it, name: nameOf(it), samples });

/** Medians of every program, with the least and the greatest round in brackets. */
export function resultsTable(lines: readonly Line[]): string {
  const head = [
    ...["program", "tickers", "parallelism", "rounds"],
    ...["1,000 records/s", "1,000 records/CPU-s", "CPU-s per million records", "checkpoints"],
  ];
  const rows = lines.map(({ name, tickers, parallelism, samples }) => {
    const perCpu = spreadOf(samples.map(perCpuSecond));
    return [
      ...[name, tickers.toLocaleString("en"), String(parallelism), String(samples.length)],
      range(spreadOf(samples.map(perSecond)), thousands),
      range(perCpu, thousands),
      (1e6 / perCpu.median).toFixed(2),
      checkpoints(samples),
    ];
  });
  return table(head, rows);
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  met: "met",
  "met by the median": "met by the median, not by every round",
  missed: "**missed**",
};

/** Every goal, what was measured, and whether it is met. */
export function goalsTable(goals: readonly Goal[]): string {
  const rows = goals.map((goal) => {
    const digits = goal.unit === "MB" ? 1 : 2;
    const allowed = `${goal.direction} ${goal.limit}${goal.unit === "MB" ? " MB" : " ×"}`;
    return [goal.name, allowed, range(goal.measured, (value) => value.toFixed(digits)), VERDICTS[verdictOn(goal)]];
  });
  return table(["goal", "allowed", "measured", ""], rows);
}
