import type { Observation } from "./observe";

/** Something that went wrong with a part. */
export interface Incident {
  /** ISO time. */
  readonly at: string;
  /** Begins with the part's name. */
  readonly what: string;
}

/** The newest incident of all processes, those of Flink included. */
export function newestIncident({ parts, inventory }: Pick<Observation, "parts" | "inventory">): Incident | undefined {
  const named = [...parts, ...(inventory?.applications ?? [])];
  const newest = named
    .flatMap(({ name, lastIncident }) => (lastIncident ? [{ ...lastIncident, name }] : []))
    .sort((a, b) => b.at - a.at)[0];
  return newest && { at: new Date(newest.at).toISOString(), what: `${newest.name}: ${newest.what}` };
}
