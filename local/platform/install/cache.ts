import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { CACHE_DIR } from "../paths";
import { isAlive } from "../process";

const LOCK_POLL_MS = 250;

/** Something installed or built once and used until what it is made from changes. */
export interface CachedDirectory {
  /** First part of the directory's name, such as `kafka`. */
  readonly name: string;
  /** Texts that decide the content: versions, poms, sources. */
  readonly madeFrom: readonly string[];
  /** Fills the given empty directory. Paths must not be baked in unless they are `finalDir`'s. */
  readonly build: (dir: string, finalDir: string) => Promise<void>;
  /** Builds in the final place, for content that cannot be moved (a Python virtual environment). */
  readonly inPlace?: boolean;
}

/**
 * The directory, filled. A half-finished one is never seen: it counts only once a marker is written, and one process at
 * a time builds it while others wait.
 * @param cacheDir default `.cache` of the project
 */
export async function cachedDirectory(wanted: CachedDirectory, cacheDir = CACHE_DIR): Promise<string> {
  const fingerprint = createHash("sha256").update(wanted.madeFrom.join("\0")).digest("hex").slice(0, 12);
  const dir = join(cacheDir, `${wanted.name}-${fingerprint}`);
  const marker = join(dir, ".complete");
  if (existsSync(marker)) return dir;
  await mkdir(cacheDir, { recursive: true });
  return withLock(`${dir}.lock`, async () => {
    if (existsSync(marker)) return dir;
    const building = wanted.inPlace ? dir : `${dir}.building`;
    await rm(building, { recursive: true, force: true });
    await mkdir(building, { recursive: true });
    await wanted.build(building, dir);
    await writeFile(join(building, ".complete"), "");
    if (building !== dir) {
      await rm(dir, { recursive: true, force: true });
      await rename(building, dir);
    }
    return dir;
  });
}

/** Holds a lock directory while working; one left by a process that is gone is taken over. */
async function withLock<T>(lock: string, work: () => Promise<T>): Promise<T> {
  const owner = join(lock, "pid");
  while (!(await tryMkdir(lock))) {
    const pid = Number(await readFile(owner, "utf8").catch(() => ""));
    if (pid && !isAlive(pid)) await rm(lock, { recursive: true, force: true });
    else await sleep(LOCK_POLL_MS);
  }
  try {
    await writeFile(owner, String(process.pid));
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function tryMkdir(dir: string): Promise<boolean> {
  try {
    await mkdir(dir);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
