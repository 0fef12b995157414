import { z } from "zod";

const Incidents = z.object({
  jobManagerRestarts: z.number(),
  taskManagerRestarts: z.number(),
  lastIncident: z.object({ at: z.number(), what: z.string() }).optional(),
});

const Application = Incidents.extend({
  name: z.string(),
  status: z.string(),
  version: z.number(),
  job: z.object({ state: z.string(), latestCheckpointAt: z.string().optional() }).optional(),
});

const Inventory = z.object({
  applications: z.array(Application),
  deliveryStreams: z.array(z.string()),
  featureGroups: z.array(z.string()),
});
/** What the adapters have, as `/_inventory` shows it. */
export type Inventory = z.infer<typeof Inventory>;

/** Asks the adapters what they have. @throws when they do not answer soon */
export async function inventory(services: string, withinMs: number): Promise<Inventory> {
  const answer = await fetch(`${services}/_inventory`, { signal: AbortSignal.timeout(withinMs) });
  return Inventory.parse(await answer.json());
}
