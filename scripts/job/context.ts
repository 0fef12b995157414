import { setTimeout as delay } from "node:timers/promises";
import type { JobApplication } from "./application";

/** What a command works with. */
export interface JobContext {
  /** Name of the environment, for the commands that a message tells to run. */
  readonly environment: string;
  /** The command that deploys the application's stack. */
  readonly deploy: string;
  readonly application: JobApplication;
  readonly log: (line: string) => void;
  readonly pace: Pace;
}

/** How often a wait asks, when it says that it still waits, and how long it lasts at most; in milliseconds. */
export interface Pace {
  readonly pollMs: number;
  readonly reportMs: number;
  readonly timeoutMs: number;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly now: () => number;
}

/**
 * A start of a large state takes minutes; the provider of Terraform waits ten. A snapshot that is not complete after ten minutes is stuck,
 * says AWS (https://docs.aws.amazon.com/managed-flink/latest/java/troubleshooting-rt-stuck-snapshots.html).
 */
export const PACE: Pace = { pollMs: 5_000, reportMs: 30_000, timeoutMs: 20 * 60_000, sleep: delay, now: Date.now };
