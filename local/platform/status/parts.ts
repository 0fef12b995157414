import { z } from "zod";
import { addresses, type Files, readPorts } from "../laptop";
import { type Incident, isRunning, readState } from "../supervisor/state";

export interface PartHealth {
  readonly name: string;
  readonly healthy: boolean;
  readonly detail?: string;
  readonly lastIncident?: Incident;
}

/** How long a part may take to answer that it is there. */
export const ANSWER_MS = 3_000;

const ServicesHealth = z.object({
  parts: z.array(z.object({ name: z.string(), healthy: z.boolean(), detail: z.string().nullish() })),
});

/** The supervisor, every process it keeps, and every service inside them; empty when the laptop does not run. */
export async function partsHealth(files: Files): Promise<PartHealth[]> {
  const state = await readState(files.supervisor);
  const ports = await readPorts(files.ports);
  if (!state || !ports) return [];
  if (!isRunning(state)) {
    const detail = "it is gone without stopping its parts: npm start takes over, npm stop cleans up";
    return [{ name: "supervisor", healthy: false, detail }];
  }
  const kept = state.parts.map(({ name, condition, restarts, detail, lastIncident }) => ({
    name,
    healthy: condition === "healthy",
    lastIncident,
    detail: [condition, restarts > 0 && `started again ${restarts} times`, detail].filter(Boolean).join("; "),
  }));
  return [{ name: "supervisor", healthy: true, detail: "" }, ...kept, ...(await services(addresses(ports).services))];
}

async function services(url: string): Promise<PartHealth[]> {
  try {
    const answer = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(ANSWER_MS) });
    const { parts } = ServicesHealth.parse(await answer.json());
    return parts.map(({ name, healthy, detail }) => ({
      name: `services/${name}`,
      healthy,
      detail: detail ?? undefined,
    }));
  } catch {
    // The process itself is in the list, with the reason why it does not answer.
    return [];
  }
}
