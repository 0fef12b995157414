import fc from "fast-check";
import { type CaseClass, caseClasses } from "./classes";

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

/** The classes, and how many cases there are of each when there are to be `count` of all. */
export function classSizes({ count, now }: Omit<GeneratorSettings, "seed">): (CaseClass & { readonly size: number })[] {
  const classes = caseClasses(now);
  const shares = classes.reduce((sum, { share }) => sum + share, 0);
  return classes.map((one) => ({ ...one, size: Math.ceil((count * one.share) / shares) }));
}

/** Values of input records on both sides of the contract's edges, class by class. */
export function generateCases({ seed, ...settings }: GeneratorSettings): GeneratedCase[] {
  return classSizes(settings).flatMap(({ name, size, values }) =>
    fc.sample(values, { seed, numRuns: size }).map((bytes) => ({ class: name, bytes })),
  );
}
