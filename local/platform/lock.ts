import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { commandLine, isAlive } from "./process";

const POLL_MS = 250;

/**
 * Holds a lock file, which names its owner, while working. One left by a process that is gone is taken over, also when its number is
 * another program's by now.
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
    if (runs(owner)) {
      onBusy(owner.pid);
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
  await writeFile(mine, `${process.pid}\n${commandLine(process.pid)}`);
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

/** A process by its number and how it was called: neither moves with the clock. */
interface Owner {
  readonly pid: number;
  readonly command: string;
}

const runs = ({ pid, command }: Owner): boolean => isAlive(pid) && commandLine(pid).startsWith(command);

async function ownerOf(lock: string): Promise<Owner | undefined> {
  try {
    const [pid, command = ""] = (await readFile(lock, "utf8")).split("\n");
    return { pid: Number(pid), command };
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Takes a dead owner's lock away, unless it has changed hands since: then it is put back. */
async function takeAway(lock: string, owner: Owner): Promise<void> {
  const aside = `${lock}.${randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (isCode(error, "ENOENT")) return; // another one was faster
    throw error;
  }
  if ((await ownerOf(aside))?.pid !== owner.pid) await link(aside, lock);
  await rm(aside, { force: true });
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
