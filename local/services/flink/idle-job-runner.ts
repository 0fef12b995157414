import type { PartHealth } from "../workers";
import type { JobIncidents } from "./incidents";
import type { JobFigures } from "./rest";
import type { JobRunner } from "./runner";
import type { ApplicationDetail } from "./state";

/** Runs nothing: applications have their status, operations and snapshots, for what looks at the control plane alone. */
export class IdleJobRunner implements JobRunner {
  readonly health: readonly PartHealth[] = [];
  private readonly started = new Set<string>();
  private savepoints = 0;

  async start({ ApplicationName }: ApplicationDetail): Promise<void> {
    this.started.add(ApplicationName);
  }

  async stop(applicationName: string, savepoint: boolean): Promise<string | undefined> {
    return this.started.delete(applicationName) && savepoint ? this.snapshot(applicationName) : undefined;
  }

  isRunning(applicationName: string): boolean {
    return this.started.has(applicationName);
  }

  async snapshot(applicationName: string): Promise<string> {
    this.savepoints += 1;
    return `none/${applicationName}/${this.savepoints}`;
  }

  async deleteSavepoint(): Promise<void> {}

  latestCheckpoint(): undefined {
    return undefined;
  }

  async forget(applicationName: string): Promise<void> {
    this.started.delete(applicationName);
  }

  async reap(): Promise<void> {}

  async figures(): Promise<Record<string, JobFigures & { ui: string }>> {
    return {};
  }

  incidents(): JobIncidents {
    return { jobManagerRestarts: 0, taskManagerRestarts: 0 };
  }

  async close(): Promise<void> {}
}
