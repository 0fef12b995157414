import { type Random, seededRandom } from "../../../../handlers/producer/random";

/** What can go wrong. */
export const FAULT_KINDS = [
  "job killed",
  "broker restarted",
  "network cut",
  "job rescaled",
  "broker paused",
  "broker killed",
  "network silent",
  "reader slow",
  "job killed while it restores",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Each kind once, and what happens most often once more. */
const CYCLE: readonly FaultKind[] = [...FAULT_KINDS, "job killed", "job rescaled"];

/** Kinds that last for as long as their fault says. */
const LASTING: ReadonlySet<FaultKind> = new Set(["network cut", "broker paused", "network silent", "reader slow"]);

export interface Fault {
  readonly kind: FaultKind;
  /** How long after the recovery from the fault before. */
  readonly afterMs: number;
  /** How long it lasts, for those that last: the first of a kind as long as allowed, most others short. */
  readonly lengthMs: number;
  /** The job's parallelism from then on, for a rescaling. */
  readonly parallelism: number;
}

export interface ScheduleSettings {
  /** The same seed makes the same schedule. */
  readonly seed: number;
  readonly count: number;
  /** Longest pause, cut or blackhole. */
  readonly longestMs: number;
}

const LONGEST_WAIT_MS = 3000;
const SHORTEST_MS = 500;
/** Up, down, and back to where the job starts. */
const PARALLELISMS = [1, 3, 2] as const;

/** Faults in the order in which they happen; each whole cycle is shuffled. */
export function schedule({ seed, count, longestMs }: ScheduleSettings): Fault[] {
  const random = seededRandom(seed);
  const kinds: FaultKind[] = [];
  while (kinds.length < count) kinds.push(...shuffled(CYCLE.slice(0, count - kinds.length), random));
  let rescalings = 0;
  return kinds.map((kind, index) => {
    const afterMs = Math.round(random() * LONGEST_WAIT_MS);
    const mostlyShort = Math.round(SHORTEST_MS + random() ** 2 * (longestMs - SHORTEST_MS));
    const isLongest = LASTING.has(kind) && kinds.indexOf(kind) === index;
    return {
      kind,
      afterMs,
      lengthMs: isLongest ? longestMs : mostlyShort,
      parallelism: PARALLELISMS[kind === "job rescaled" ? rescalings++ % PARALLELISMS.length : 2]!,
    };
  });
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
