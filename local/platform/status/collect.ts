import { loadEnvironment } from "../../../envs/load";
import type { Files } from "../laptop";
import { findings } from "./findings";
import { freshnessLimits } from "./freshness";
import { type Incident, newestIncident } from "./incidents";
import { type Observation, observe } from "./observe";

/** Everything that `npm run status` shows. */
export interface LocalStatus extends Omit<Observation, "problems"> {
  /** Whether there are no findings. */
  readonly healthy: boolean;
  /** Everything that is wrong: what is missing, stopped, frozen, stale, or does not answer. */
  readonly findings: readonly string[];
  /** The last thing that went wrong since the laptop is up, whether it is over or not. */
  readonly lastIncident?: Incident;
}

/** Asks every part and judges the answers. */
export async function collectStatus(files: Files): Promise<LocalStatus> {
  const observation = await observe(files);
  const found = findings(observation, freshnessLimits(loadEnvironment("local")), new Date());
  const { problems: _, ...rest } = observation;
  return { ...rest, healthy: found.length === 0, findings: found, lastIncident: newestIncident(observation) };
}
