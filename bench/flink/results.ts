import { type Case, keyOf } from "./cases";
import type { Sample } from "./measure";
import { ratios, type Spread, spreadOf } from "./statistics";

/** All measurements of one case, one a round. */
export interface Row {
  readonly case: Case;
  readonly samples: readonly Sample[];
}

/** A figure of one measurement. */
export type Figure = (sample: Sample) => number;

export const perSecond: Figure = ({ records, wallSeconds }) => records / wallSeconds;
export const perCpuSecond: Figure = ({ records, cpuSeconds }) => records / cpuSeconds;

/** What the bench measured. */
export class Results {
  private readonly samples = new Map<string, readonly Sample[]>();

  constructor(readonly rows: readonly Row[]) {
    for (const row of rows) this.samples.set(keyOf(row.case), row.samples);
  }

  of(wanted: Case, figure: Figure): Spread {
    return spreadOf(this.values(wanted, figure));
  }

  /** How many times the second case's figure the first one's is. */
  ratio(first: Case, second: Case, figure: Figure): Spread {
    return ratios(this.values(first, figure), this.values(second, figure));
  }

  private values(wanted: Case, figure: Figure): number[] {
    const samples = this.samples.get(keyOf(wanted));
    if (!samples)
      throw new Error(`The bench has not measured ${keyOf(wanted)}; it has ${[...this.samples.keys()].join(", ")}`);
    return samples.map(figure);
  }
}
