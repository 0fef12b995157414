import { mkdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "../platform/lock";
import { CACHE_DIR } from "../platform/paths";
import { stopEverything } from "../platform/supervisor/leftovers";
import { readState } from "../platform/supervisor/state";

/** Folders and files of one environment's rehearsal. */
const workplaceIn = (dir: string) => ({
  dir,
  platform: join(dir, "platform"),
  stacks: join(dir, "stacks"),
  logs: join(dir, "logs"),
  bootstrap: join(dir, "bootstrap"),
  changed: join(dir, "changed"),
  deletable: join(dir, "deletable"),
  requests: join(dir, "requests.jsonl"),
  report: join(dir, "report.json"),
});

export type Workplace = Readonly<ReturnType<typeof workplaceIn>>;

/**
 * Works in the environment's folder, which is empty at first; processes that a killed rehearsal has left in it are ended. Afterwards logs,
 * requests and report stay.
 * @throws when another process rehearses the environment
 */
export function inWorkplace<T>(environment: string, work: (place: Workplace) => Promise<T>): Promise<T> {
  const dir = join(CACHE_DIR, "rehearsal", environment);
  const busy = (owner: number): never => {
    throw new Error(`${environment} is being rehearsed by process ${owner}. Wait for it, or end it first.`);
  };
  return withLock(
    `${dir}.lock`,
    async () => {
      const place = workplaceIn(dir);
      await stopEverything(await readState(join(place.platform, "supervisor.json")));
      await rm(dir, { recursive: true, force: true });
      mkdirSync(place.logs, { recursive: true });
      try {
        return await work(place);
      } finally {
        for (const made of [place.platform, place.stacks, place.bootstrap, place.changed, place.deletable]) {
          await rm(made, { recursive: true, force: true });
        }
      }
    },
    busy,
  );
}
