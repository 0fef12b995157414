import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./process";

const POLL_MS = 250;

/**
 * Holds a lock file, which names its owner, while working. One left by a process that is gone is taken over.
 * @param onBusy called with the owner's process id whenever the lock is another's; throws to give up instead of waiting
 */
export async function withLock<T>(
  lock: string,
  work: () => Promise<T>,
  onBusy: (owner: number) => void = () => {},
): Promise<T> {
  await mkdir(dirname(lock), { recursive: true });
  while (!(await claim(lock))) {
    const owner = await ownerOf(lock);
    if (owner === undefined) continue; // released since
    if (isAlive(owner)) {
      onBusy(owner);
      await sleep(POLL_MS);
    } else {
      await takeAway(lock, owner);
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/** Linked into place, so that the lock is never there without its owner's name. */
async function claim(lock: string): Promise<boolean> {
  const mine = `${lock}.${randomUUID()}`;
  await writeFile(mine, String(process.pid));
  try {
    await link(mine, lock);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

async function ownerOf(lock: string): Promise<number | undefined> {
  try {
    return Number(await readFile(lock, "utf8"));
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Takes a dead owner's lock away, unless it has changed hands since: then it is put back. */
async function takeAway(lock: string, owner: number): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return; // another one was faster
    throw error;
  }
  if ((await ownerOf(aside)) !== owner) await link(aside, lock);
  await rm(aside, { force: true });
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
