import { setTimeout as sleep } from "node:timers/promises";

/** How long the job may take from a fault's end to its next committed window; the brokers forget its transaction after 15 minutes. */
const LONGEST_MS = 180_000;
const POLL_MS = 50;

/** What the next window is waited for with. */
export interface Recovering {
  readonly job: { readonly alive: boolean; readonly logFile: string };
  /** Kafka time of the newest committed window that a reader has seen, in unix milliseconds. */
  readonly reader: { readonly newestMs: number };
}

/**
 * Waits until a reader sees a window that was written after `sinceMs`: one that was written before, and only read now, tells nothing.
 * @returns after how many milliseconds it came
 * @throws Error when the job has ended or writes nothing; what `interrupted` was aborted with
 */
export async function recovered(
  { job, reader }: Recovering,
  sinceMs: number,
  interrupted: AbortSignal,
): Promise<number> {
  while (reader.newestMs <= sinceMs) {
    interrupted.throwIfAborted();
    if (!job.alive) throw new Error(`The job ended; its log is ${job.logFile}`);
    if (Date.now() > sinceMs + LONGEST_MS) throw new Error(`The job wrote no window; its log is ${job.logFile}`);
    await sleep(POLL_MS);
  }
  return Date.now() - sinceMs;
}
