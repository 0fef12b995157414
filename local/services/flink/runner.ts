import type { ApplicationDetail } from "./state";

/** What a job starts from: a savepoint or checkpoint, or nothing. */
export interface RestorePoint {
  readonly path: string;
  /** A checkpoint belongs to the run that restores from it; a savepoint stays as it is. */
  readonly kind: "savepoint" | "checkpoint";
  readonly allowNonRestoredState: boolean;
}

/** Runs jobs. The control plane decides what runs; the runner keeps it running. */
export interface JobRunner {
  /** Starts a job and resolves when all its tasks run. Rejects when it cannot, leaving nothing behind. */
  start(application: ApplicationDetail, restore: RestorePoint | undefined): Promise<void>;
  /** Stops a job, with a savepoint if asked; resolves with the savepoint's path when every process is gone. */
  stop(applicationName: string, savepoint: boolean): Promise<string | undefined>;
  /** Whether the job runs, or is being brought back after a crash. */
  isRunning(applicationName: string): boolean;
  /** Takes a savepoint of a running job. */
  snapshot(applicationName: string): Promise<string>;
  /** Removes a savepoint from the disk. */
  deleteSavepoint(applicationName: string, path: string): Promise<void>;
  /** Newest completed checkpoint on the disk, with the time of its completion in unix seconds. */
  latestCheckpoint(applicationName: string): { readonly path: string; readonly completedAt: number } | undefined;
  /** Removes everything of a deleted application. */
  forget(applicationName: string): Promise<void>;
}
