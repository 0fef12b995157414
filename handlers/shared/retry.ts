import { setTimeout as delay } from "node:timers/promises";
import type { Deadline } from "./deadline";

/** How often and how patiently to try again. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** Upper bound of the first pause in milliseconds; doubles with each attempt. */
  readonly firstPauseMs: number;
  /** Upper bound of any pause in milliseconds. */
  readonly longestPauseMs: number;
  /** Whether another attempt can help. */
  readonly retriable: (error: unknown) => boolean;
  readonly deadline: Deadline;
  /** 0 ≤ random() < 1. Default: Math.random. */
  readonly random?: () => number;
  /** Default: a timer. */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/**
 * Runs `work` until it succeeds, with full jitter between attempts
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 * Rethrows the last error when it is final, attempts are used up or the next pause would pass the deadline.
 */
export async function retry<T>(work: () => Promise<T>, policy: RetryPolicy): Promise<T> {
  const { random = Math.random, sleep = delay } = policy;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= policy.attempts || !policy.retriable(error)) throw error;
      const pause = random() * Math.min(policy.longestPauseMs, policy.firstPauseMs * 2 ** (attempt - 1));
      if (pause >= policy.deadline.remainingMs()) throw error;
      await sleep(pause);
    }
  }
}
