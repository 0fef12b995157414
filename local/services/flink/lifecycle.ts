import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { log, reason } from "../log";
import type { JobRunner, RestorePoint } from "./runner";
import type { RunConfiguration } from "./schemas";
import {
  type Application,
  applicationOf,
  epochSeconds,
  type FlinkStore,
  invalidArgument,
  newestSnapshot,
  type OperationInfo,
  type Status,
} from "./state";
import { bringBack } from "./versions";

/** Carries out what the control plane promised: each step in the background, its end written into the operation. */
export class Lifecycle {
  private closed = false;

  constructor(
    private readonly store: FlinkStore,
    private readonly runner: JobRunner,
  ) {}

  /** The services end: what fails from now on fails because of that, and is taken up by `resume` in their next life. */
  close(): void {
    this.closed = true;
  }

  private mutate<R>(name: string, apply: (application: Application) => R): R {
    return this.store.change((state) => apply(applicationOf(state, name)));
  }

  /** Opens an operation; it stays IN_PROGRESS until `finish`. */
  private open(name: string, operation: string, status: Status, facts: Partial<OperationInfo> = {}): string {
    const id = randomUUID();
    this.mutate(name, (application) => {
      application.detail.ApplicationStatus = status;
      application.activeOperation = id;
      const start = { Operation: operation, StartTime: epochSeconds(), OperationStatus: "IN_PROGRESS" } as const;
      application.operations[id] = { ...start, ...facts };
    });
    return id;
  }

  /** Writes an operation's end. An operation that another has overtaken changes nothing of the application. */
  private finish(name: string, id: string, status: Status, failure?: string): void {
    if (!this.store.value.applications[name]) return;
    this.mutate(name, (application) => {
      if (application.activeOperation === id) {
        application.detail.ApplicationStatus = status;
        if (failure) application.wanted = status === "RUNNING";
      }
      const operation = application.operations[id];
      if (!operation) return;
      operation.EndTime = epochSeconds();
      operation.OperationStatus = failure ? "FAILED" : "SUCCESSFUL";
      if (failure)
        operation.OperationFailureDetails = {
          ...operation.OperationFailureDetails,
          ErrorInfo: { ErrorString: failure },
        };
    });
  }

  /** Notes an operation that is done at once, and changes no status. */
  instant(name: string, operation: string, facts: Partial<OperationInfo> = {}): string {
    const id = randomUUID();
    const now = epochSeconds();
    this.mutate(name, ({ operations }) => {
      const done = { Operation: operation, StartTime: now, EndTime: now, OperationStatus: "SUCCESSFUL" } as const;
      operations[id] = { ...done, ...facts };
    });
    return id;
  }

  private inBackground(
    name: string,
    operation: string,
    transition: Status,
    work: () => Promise<Status>,
    { facts, afterFailure }: { facts?: Partial<OperationInfo>; afterFailure?: (id: string) => void } = {},
  ): string {
    const id = this.open(name, operation, transition, facts);
    work().then(
      (status) => this.finish(name, id, status),
      (error) => {
        if (this.closed) return;
        log("error", `${operation} failed`, { application: name, detail: reason(error) });
        this.finish(name, id, this.runner.isRunning(name) ? "RUNNING" : "READY", reason(error));
        if (this.store.value.applications[name]?.activeOperation === id) afterFailure?.(id);
      },
    );
    return id;
  }

  private restorePoint(name: string, run: RunConfiguration | undefined): RestorePoint | undefined {
    const application = applicationOf(this.store.value, name);
    const { ApplicationRestoreType: type = "RESTORE_FROM_LATEST_SNAPSHOT", SnapshotName } =
      run?.ApplicationRestoreConfiguration ?? {};
    if (type === "SKIP_RESTORE_FROM_SNAPSHOT") return undefined;
    const custom = type === "RESTORE_FROM_CUSTOM_SNAPSHOT";
    const snapshot = custom ? application.snapshots.find((s) => s.name === SnapshotName) : newestSnapshot(application);
    if (custom && !snapshot) throw invalidArgument(`Snapshot ${SnapshotName} does not exist.`);
    if (snapshot && !snapshot.path) throw invalidArgument(`Snapshot ${SnapshotName} is ${snapshot.status}.`);
    const allowNonRestoredState = run?.FlinkRunConfiguration?.AllowNonRestoredState ?? false;
    return snapshot?.path ? { path: snapshot.path, kind: "savepoint", allowNonRestoredState } : undefined;
  }

  private addSnapshot(
    name: string,
    snapshotName: string,
    facts: { path?: string; status: "CREATING" | "READY" },
  ): void {
    this.mutate(name, ({ snapshots, detail }) =>
      snapshots.push({
        name: snapshotName,
        applicationVersion: detail.ApplicationVersionId,
        createdAt: epochSeconds(),
        ...facts,
      }),
    );
  }

  /** Stops a job; answers whether a savepoint was taken. */
  private async stopJob(name: string, savepoint: boolean): Promise<boolean> {
    const path = await this.runner.stop(name, savepoint);
    if (path) this.addSnapshot(name, randomUUID(), { path, status: "READY" });
    return path !== undefined;
  }

  start(name: string, run: RunConfiguration | undefined): string {
    const restore = this.restorePoint(name, run);
    this.mutate(name, (application) => (application.wanted = true));
    return this.inBackground(name, "StartApplication", "STARTING", async () => {
      await this.runner.start(applicationOf(this.store.value, name).detail, restore);
      return "RUNNING";
    });
  }

  stop(name: string, force: boolean): string {
    const { SnapshotsEnabled } = applicationOf(this.store.value, name).detail.ApplicationConfigurationDescription
      .ApplicationSnapshotConfigurationDescription;
    this.mutate(name, (application) => (application.wanted = false));
    return this.inBackground(name, "StopApplication", "STOPPING", async () => {
      await this.stopJob(name, SnapshotsEnabled && !force);
      return "READY";
    });
  }

  /**
   * Brings a running job to the application's new configuration: savepoint, stop, start from it. When that fails and system rollback is
   * on, the version that ran before is brought back.
   */
  restart(
    name: string,
    operation: string,
    run: RunConfiguration | undefined,
    facts: Partial<OperationInfo> = {},
  ): string {
    const { ApplicationSnapshotConfigurationDescription: snapshots, ...configuration } = applicationOf(
      this.store.value,
      name,
    ).detail.ApplicationConfigurationDescription;
    const automatic = configuration.ApplicationSystemRollbackConfigurationDescription?.RollbackEnabled;
    const work = async (): Promise<Status> => {
      const saved = await this.stopJob(name, snapshots.SnapshotsEnabled);
      // A job that had just crashed takes no savepoint: then its newest checkpoint is all there is.
      const restore = snapshots.SnapshotsEnabled && !saved ? this.newestState(name) : this.restorePoint(name, run);
      await this.runner.start(applicationOf(this.store.value, name).detail, restore);
      return "RUNNING";
    };
    const afterFailure = (failed: string) => {
      const application = applicationOf(this.store.value, name);
      if (!automatic || this.runner.isRunning(name) || !application.earlier || !newestSnapshot(application)) return;
      const RollbackOperationId = this.rollback(name);
      this.mutate(name, ({ operations }) => {
        const details = operations[failed]?.OperationFailureDetails;
        if (details) details.RollbackOperationId = RollbackOperationId;
      });
    };
    return this.inBackground(name, operation, "UPDATING", work, { facts, afterFailure });
  }

  /** Brings back the version that ran before, from the newest snapshot; what is under way is ended, without a snapshot. */
  rollback(name: string): string {
    const facts = this.mutate(name, bringBack);
    this.mutate(name, (application) => (application.wanted = true));
    return this.inBackground(
      name,
      "RollbackApplication",
      "ROLLING_BACK",
      async () => {
        await this.runner.stop(name, false);
        await this.runner.start(applicationOf(this.store.value, name).detail, this.restorePoint(name, undefined));
        return "RUNNING";
      },
      { facts },
    );
  }

  /** Takes a savepoint in the background; its end is written into the snapshot. */
  snapshot(name: string, snapshotName: string): void {
    this.addSnapshot(name, snapshotName, { status: "CREATING" });
    const end = (facts: { path: string; status: "READY" } | { status: "FAILED" }) => {
      if (!this.store.value.applications[name]) return;
      this.mutate(name, ({ snapshots }) => {
        const found = snapshots.find((snapshot) => snapshot.name === snapshotName);
        if (found) Object.assign(found, facts);
      });
    };
    this.runner.snapshot(name).then(
      (path) => end({ path, status: "READY" }),
      (error) => {
        log("error", "snapshot failed", { application: name, snapshot: snapshotName, detail: reason(error) });
        end({ status: "FAILED" });
      },
    );
  }

  /** The newest state of an application: a checkpoint of its last run, or its last savepoint. */
  private newestState(name: string): RestorePoint | undefined {
    const checkpoint = this.runner.latestCheckpoint(name);
    const savepoint = newestSnapshot(applicationOf(this.store.value, name));
    if (checkpoint && checkpoint.completedAt >= (savepoint?.createdAt ?? 0))
      return { path: checkpoint.path, kind: "checkpoint", allowNonRestoredState: false };
    return savepoint && { path: savepoint.path, kind: "savepoint", allowNonRestoredState: false };
  }

  private async startUntilItRuns(name: string): Promise<Status> {
    for (let attempt = 0; ; attempt += 1) {
      const application = this.store.value.applications[name];
      if (this.closed || !application?.wanted) return "READY";
      try {
        await this.runner.start(application.detail, this.newestState(name));
        return "RUNNING";
      } catch (error) {
        log("warn", "job could not be resumed, it is tried again", {
          application: name,
          attempt,
          detail: reason(error),
        });
        await delay(Math.min(30_000, 1_000 * 2 ** attempt));
      }
    }
  }

  /** After a restart of the services: starts every job that was meant to run, from its newest state. */
  resume(): void {
    for (const [name, { wanted, detail }] of Object.entries(this.store.value.applications)) {
      this.mutate(name, failUnfinishedSnapshots);
      if (wanted) this.inBackground(name, "StartApplication", "STARTING", () => this.startUntilItRuns(name));
      else if (detail.ApplicationStatus !== "READY")
        this.mutate(name, (application) => (application.detail.ApplicationStatus = "READY"));
    }
  }
}

/** A snapshot that was being made when the services ended is not made any more. */
function failUnfinishedSnapshots({ snapshots }: Application): void {
  for (const snapshot of snapshots) if (snapshot.status === "CREATING") snapshot.status = "FAILED";
}
