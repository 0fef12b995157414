/**
 * What is the same for every input of a module: nothing of an expression, its shape (how many elements it has, and which keys), or all
 * of its value. What may be an input counts as one.
 */
export type Constancy = "nothing" | "shape" | "value";

const RANKS: readonly Constancy[] = ["nothing", "shape", "value"];
export const isAtLeast = (found: Constancy, wanted: Constancy): boolean =>
  RANKS.indexOf(found) >= RANKS.indexOf(wanted);
export const meet = (all: readonly Constancy[]): Constancy =>
  all.reduce<Constancy>((a, b) => (isAtLeast(a, b) ? b : a), "value");
