/** The middle of several measurements, and the least and the greatest of them. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

/** @throws RangeError without any value */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || greatest === undefined)
    throw new RangeError("A spread needs at least one value, not none");
  const middle = sorted.length / 2;
  const median = (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
  return { median, least, greatest };
}

/** Round by round, so that what else the machine did in a round is in both numbers. Rounds that one of them lacks are left out. */
export function ratios(numerators: readonly number[], denominators: readonly number[]): Spread {
  const rounds = Math.min(numerators.length, denominators.length);
  return spreadOf(numerators.slice(0, rounds).map((value, round) => value / denominators[round]!));
}
