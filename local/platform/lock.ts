import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./process";

const POLL_MS = 250;

/**
 * Holds a lock directory while working. One left by a process that is gone is taken over.
 * @param onBusy called with the owner's process id whenever the lock is another's; throws to give up instead of waiting
 */
export async function withLock<T>(
  lock: string,
  work: () => Promise<T>,
  onBusy: (owner: number) => void = () => {},
): Promise<T> {
  const ownerFile = join(lock, "pid");
  await mkdir(dirname(lock), { recursive: true });
  while (!(await isMine(lock))) {
    const owner = Number(await readFile(ownerFile, "utf8").catch(() => ""));
    if (owner && !isAlive(owner)) {
      await rm(lock, { recursive: true, force: true });
    } else {
      onBusy(owner);
      await sleep(POLL_MS);
    }
  }
  try {
    await writeFile(ownerFile, String(process.pid));
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function isMine(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}
