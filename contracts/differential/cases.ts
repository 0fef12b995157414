import fc from "fast-check";
import { caseClasses } from "./classes";

/** A generated value of an input record. */
export interface GeneratedCase {
  readonly class: string;
  readonly bytes: Buffer;
}

export interface GeneratorSettings {
  /** The same seed makes the same cases. */
  readonly seed: number;
  /** How many, at least: every class has its share, rounded up. */
  readonly count: number;
  /** The clock by which they are judged, in unix seconds. */
  readonly now: number;
}

/** Values of input records on both sides of the contract's edges, class by class. */
export function generateCases({ seed, count, now }: GeneratorSettings): GeneratedCase[] {
  const classes = caseClasses(now);
  const shares = classes.reduce((sum, { share }) => sum + share, 0);
  return classes.flatMap(({ name, share, values }) =>
    fc.sample(values, { seed, numRuns: Math.ceil((count * share) / shares) }).map((bytes) => ({ class: name, bytes })),
  );
}
