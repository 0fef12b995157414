import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 200;

/** A part of AWS's side has ended by itself: what ran against it proves nothing. */
export class CrashError extends Error {
  override readonly name = "CrashError";
}

/**
 * Waits for the work, and no longer once `crash` names a part that has crashed.
 * @throws CrashError then, or at the end of the work
 */
export async function unlessCrashed<T>(work: Promise<T>, crash: () => Promise<string | undefined>): Promise<T> {
  let over = false;
  const ended = work.finally(() => {
    over = true;
  });
  const check = async (): Promise<void> => {
    const crashed = await crash();
    if (!crashed) return;
    const reason = crashed.replace(/[.!?]$/, "");
    throw new CrashError(`AWS's side of the rehearsal has crashed: ${reason}. Run the command again.`);
  };
  const watch = async (): Promise<void> => {
    for (; !over; await sleep(POLL_MS)) await check();
  };
  await Promise.race([ended, watch()]);
  await check();
  return ended;
}
