import { spreadOf } from "../../../../bench/flink/statistics";
import { table } from "../../../../scripts/docs/sections";
import type { FaultKind } from "./schedule";
import type { Outcome, SurvivedFault } from "./suite";

/** Goal of a restore after a kill: the first output within so many seconds. */
const GOAL_SECONDS = 10;

const HEAD = [
  "fault",
  "times",
  "next window after, median s",
  "longest s",
  `within ${GOAL_SECONDS} s`,
  "all tasks run after, median s",
] as const;

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

function row(kind: FaultKind, faults: readonly SurvivedFault[]): string[] {
  const { median, greatest } = spreadOf(faults.map(({ recoveryMs }) => recoveryMs));
  const inTime = faults.filter(({ recoveryMs }) => recoveryMs <= GOAL_SECONDS * 1000).length;
  const running = faults.flatMap(({ runningMs }) => runningMs ?? []);
  return [
    kind,
    String(faults.length),
    seconds(median),
    seconds(greatest),
    `${Math.floor((100 * inTime) / faults.length)} %`,
    running.length > 0 ? seconds(spreadOf(running).median) : "",
  ];
}

/** What happened, how often, and how soon the next window came; and what of the records became of it. */
export function faultTable({ faults, records, windows, deadLetters, violations }: Outcome): string {
  const kinds = [...new Set(faults.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) =>
    row(
      kind,
      faults.filter((fault) => fault.kind === kind),
    ),
  );
  const minutes = Math.ceil(((faults.at(-1)?.untilMs ?? 0) - (faults[0]?.fromMs ?? 0)) / 60_000);
  const accounts = `${records} records, ${windows} windows, ${deadLetters} dead letters`;
  return `${table(HEAD, rows)}\n\n${faults.length} faults in ${minutes} minutes, ${accounts}, ${violations.length} violations.`;
}
