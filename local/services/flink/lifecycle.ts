import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { log, reason } from "../log";
import type { JobRunner, RestorePoint } from "./runner";
import type { RunConfiguration } from "./schemas";
import { type Application, applicationOf, epochSeconds, type FlinkStore, invalidArgument, type Status } from "./state";

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
  private open(name: string, operation: string, status: Status): string {
    const id = randomUUID();
    this.mutate(name, (application) => {
      application.detail.ApplicationStatus = status;
      application.operations[id] = { Operation: operation, StartTime: epochSeconds(), OperationStatus: "IN_PROGRESS" };
    });
    return id;
  }

  private finish(name: string, id: string, status: Status, failure?: string): void {
    if (!this.store.value.applications[name]) return;
    this.mutate(name, (application) => {
      application.detail.ApplicationStatus = status;
      const operation = application.operations[id];
      if (!operation) return;
      operation.EndTime = epochSeconds();
      operation.OperationStatus = failure ? "FAILED" : "SUCCESSFUL";
      if (failure) operation.OperationFailureDetails = { ErrorInfo: { ErrorString: failure } };
    });
  }

  /** Notes an operation that is done at once. */
  instant(name: string, operation: string): string {
    const { ApplicationStatus } = applicationOf(this.store.value, name).detail;
    const id = this.open(name, operation, ApplicationStatus);
    this.finish(name, id, ApplicationStatus);
    return id;
  }

  private inBackground(name: string, operation: string, transition: Status, work: () => Promise<Status>): string {
    const id = this.open(name, operation, transition);
    work().then(
      (status) => this.finish(name, id, status),
      (error) => {
        if (this.closed) return;
        log("error", `${operation} failed`, { application: name, detail: reason(error) });
        const running = this.runner.isRunning(name);
        this.finish(name, id, running ? "RUNNING" : "READY", reason(error));
        if (this.store.value.applications[name]) this.mutate(name, (application) => (application.wanted = running));
      },
    );
    return id;
  }

  private restorePoint(name: string, run: RunConfiguration | undefined): RestorePoint | undefined {
    const { snapshots } = applicationOf(this.store.value, name);
    const { ApplicationRestoreType: type = "RESTORE_FROM_LATEST_SNAPSHOT", SnapshotName } =
      run?.ApplicationRestoreConfiguration ?? {};
    if (type === "SKIP_RESTORE_FROM_SNAPSHOT") return undefined;
    const snapshot =
      type === "RESTORE_FROM_CUSTOM_SNAPSHOT" ? snapshots.find((s) => s.name === SnapshotName) : snapshots.at(-1);
    if (type === "RESTORE_FROM_CUSTOM_SNAPSHOT" && !snapshot)
      throw invalidArgument(`Snapshot ${SnapshotName} does not exist.`);
    const allowNonRestoredState = run?.FlinkRunConfiguration?.AllowNonRestoredState ?? false;
    return snapshot && { path: snapshot.path, kind: "savepoint", allowNonRestoredState };
  }

  private addSnapshot(name: string, path: string, snapshotName: string = randomUUID()): void {
    this.mutate(name, ({ snapshots, detail }) =>
      snapshots.push({
        name: snapshotName,
        path,
        applicationVersion: detail.ApplicationVersionId,
        createdAt: epochSeconds(),
      }),
    );
  }

  /** Stops a job; answers whether a savepoint was taken. */
  private async stopJob(name: string, savepoint: boolean): Promise<boolean> {
    const path = await this.runner.stop(name, savepoint);
    if (path) this.addSnapshot(name, path);
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

  /** Brings a running job to the application's new configuration: savepoint, stop, start from it. */
  restart(name: string, operation: string, run: RunConfiguration | undefined): string {
    const { SnapshotsEnabled } = applicationOf(this.store.value, name).detail.ApplicationConfigurationDescription
      .ApplicationSnapshotConfigurationDescription;
    return this.inBackground(name, operation, "UPDATING", async () => {
      const saved = await this.stopJob(name, SnapshotsEnabled);
      // A job that had just crashed takes no savepoint: then its newest checkpoint is all there is.
      const restore = SnapshotsEnabled && !saved ? this.newestState(name) : this.restorePoint(name, run);
      await this.runner.start(applicationOf(this.store.value, name).detail, restore);
      return "RUNNING";
    });
  }

  async snapshot(name: string, snapshotName: string): Promise<void> {
    this.addSnapshot(name, await this.runner.snapshot(name), snapshotName);
  }

  /** The newest state of an application: a checkpoint of its last run, or its last savepoint. */
  private newestState(name: string): RestorePoint | undefined {
    const checkpoint = this.runner.latestCheckpoint(name);
    const savepoint = applicationOf(this.store.value, name).snapshots.at(-1);
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
      if (wanted) this.inBackground(name, "StartApplication", "STARTING", () => this.startUntilItRuns(name));
      else if (detail.ApplicationStatus !== "READY")
        this.mutate(name, (application) => (application.detail.ApplicationStatus = "READY"));
    }
  }
}
