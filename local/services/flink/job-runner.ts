import { setTimeout as delay } from "node:timers/promises";
import { anyFreePort } from "../../ports";
import type { ServicesConfig } from "../config";
import type { S3 } from "../emulator/s3";
import { log, reason } from "../log";
import type { PartHealth } from "../workers";
import { IncidentLog, type JobIncidents } from "./incidents";
import { JobRun } from "./job-run";
import { ProcessList } from "./processes";
import type { JobFigures } from "./rest";
import { ApplicationFiles, lastError } from "./run-files";
import type { JobRunner, RestorePoint } from "./runner";
import type { ApplicationDetail } from "./state";

const WATCH_MS = 1_000;
const MAX_PAUSE_MS = 30_000;

/**
 * Runs each application as Flink's application mode does: the entry point with the job's jar, and one task manager. A dead task
 * manager is replaced and Flink recovers the job; a dead job manager is started again from the newest checkpoint.
 */
export class LocalJobRunner implements JobRunner {
  /** Jobs that have come up. */
  private readonly runs = new Map<string, JobRun>();
  /** Why a job that should run does not. */
  private readonly problems = new Map<string, string>();
  /** The last step of each application: starting and stopping never overlap. */
  private readonly steps = new Map<string, Promise<unknown>>();
  private readonly incidentLog = new IncidentLog();
  private readonly watching: NodeJS.Timeout;
  private readonly closing = new AbortController();

  constructor(
    private readonly config: ServicesConfig,
    private readonly s3: Pick<S3, "get">,
  ) {
    this.watching = setInterval(() => this.watch(), WATCH_MS);
  }

  private files(name: string): ApplicationFiles {
    return new ApplicationFiles(this.config.stateDir, name);
  }

  private killAll(name: string): Promise<void> {
    return new ProcessList(this.files(name).processes).killAll();
  }

  private inTurn<T>(name: string, step: () => Promise<T>): Promise<T> {
    const turn = (this.steps.get(name) ?? Promise.resolve()).catch(() => undefined).then(step);
    this.steps.set(name, turn);
    const forget = () => {
      if (this.steps.get(name) === turn) this.steps.delete(name);
    };
    turn.then(forget, forget);
    return turn;
  }

  /** Ends processes that an earlier life of the services left behind. */
  async reap(applicationNames: readonly string[]): Promise<void> {
    for (const name of applicationNames) await this.killAll(name);
  }

  start(detail: ApplicationDetail, restore: RestorePoint | undefined): Promise<void> {
    return this.inTurn(detail.ApplicationName, () => this.bringUp(detail, restore));
  }

  private async bringUp(detail: ApplicationDetail, restore: RestorePoint | undefined): Promise<void> {
    const name = detail.ApplicationName;
    this.runs.delete(name);
    await this.killAll(name);
    const restPort = await this.restPort();
    const { config, s3 } = this;
    const run = new JobRun(detail, restore, {
      config,
      s3,
      files: this.files(name),
      restPort,
      signal: this.closing.signal,
    });
    try {
      await run.launch();
      await run.untilRunning();
    } catch (error) {
      await this.killAll(name);
      throw error;
    }
    this.runs.set(name, run);
    this.problems.delete(name);
    log("info", "job runs", { application: name, job: run.jobId, restoredFrom: restore?.path ?? null });
  }

  private async restPort(): Promise<number> {
    const { restPort } = this.config.flink;
    const taken = [...this.runs.values()].some((run) => run.restPort === restPort);
    return taken ? anyFreePort() : restPort;
  }

  async stop(name: string, savepoint: boolean): Promise<string | undefined> {
    this.problems.delete(name);
    // A start that is under way fails at once without its processes. For a savepoint it must be waited for.
    if (!savepoint && !this.runs.has(name)) await this.killAll(name);
    return this.inTurn(name, async () => {
      const run = this.runs.get(name);
      const path = run && savepoint ? await run.rest.savepoint(run.jobId, true) : undefined;
      this.runs.delete(name);
      await this.killAll(name);
      if (path) this.files(name).dropCheckpoints();
      return path;
    });
  }

  isRunning(name: string): boolean {
    return this.runs.has(name) || this.problems.has(name);
  }

  async snapshot(name: string): Promise<string> {
    const run = this.runs.get(name);
    if (!run) throw new Error(`Application ${name} does not run.`);
    return run.rest.savepoint(run.jobId, false);
  }

  async deleteSavepoint(name: string, path: string): Promise<void> {
    this.files(name).deleteSavepoint(path);
  }

  latestCheckpoint(name: string) {
    return this.files(name).latestCheckpoint();
  }

  async forget(name: string): Promise<void> {
    await this.stop(name, false);
    this.incidentLog.forget(name);
    this.files(name).remove();
  }

  private watch(): void {
    for (const [name, run] of this.runs) {
      if (this.steps.has(name)) continue;
      if (!run.jobManagerRuns) void this.revive(name, run);
      else if (!run.taskManagerRuns) {
        log("warn", "task manager died, another is started", { application: name });
        this.incidentLog.record(name, "taskManagerRestarts", "the task manager died");
        try {
          run.replaceTaskManager();
        } catch (error) {
          log("error", "task manager could not be started, it is tried again", {
            application: name,
            detail: reason(error),
          });
        }
      }
    }
  }

  private async revive(name: string, run: JobRun): Promise<void> {
    this.runs.delete(name);
    this.problems.set(name, `the job died: ${lastError(run.jobManagerLog) ?? `see ${run.jobManagerLog}`}`);
    log("error", "job manager died, the job is started again", { application: name, detail: this.problems.get(name) });
    this.incidentLog.record(name, "jobManagerRestarts", "the job manager died");
    for (let pause = 1_000; this.problems.has(name); pause = Math.min(MAX_PAUSE_MS, pause * 2)) {
      const checkpoint = this.latestCheckpoint(name);
      const restore: RestorePoint | undefined = checkpoint
        ? { path: checkpoint.path, kind: "checkpoint", allowNonRestoredState: false }
        : run.restore;
      try {
        return await this.start(run.detail, restore);
      } catch (error) {
        if (!this.problems.has(name)) return;
        this.problems.set(name, reason(error));
        const facts = { application: name, detail: reason(error), pauseMs: pause };
        log("error", "job could not be started again, it is tried again", facts);
        await delay(pause);
      }
    }
  }

  /** Health of every job. */
  get health(): PartHealth[] {
    const names = new Set([...this.runs.keys(), ...this.problems.keys()]);
    return [...names].map((name) => ({
      name: `flink ${name}`,
      healthy: !this.problems.has(name),
      detail: this.problems.get(name) ?? "running",
    }));
  }

  /** What happened to an application's processes, also when its job runs again. */
  incidents(name: string): JobIncidents {
    return this.incidentLog.of(name);
  }

  /** Figures of each running job. */
  async figures(): Promise<Record<string, JobFigures & { ui: string }>> {
    const entries = await Promise.all(
      [...this.runs].map(async ([name, { rest, jobId, restPort }]) => {
        const ui = `http://127.0.0.1:${restPort}`;
        const figures = await rest
          .figures(jobId)
          .catch(() => ({ state: "UNREACHABLE", checkpoints: 0, failedCheckpoints: 0 }));
        return [name, { ...figures, ui }] as const;
      }),
    );
    return Object.fromEntries(entries);
  }

  /** Ends every job at once, leaving its checkpoints; `resume` continues from them. */
  async close(): Promise<void> {
    clearInterval(this.watching);
    this.closing.abort(new Error("the services end"));
    const names = [...this.runs.keys(), ...this.problems.keys(), ...this.steps.keys()];
    this.problems.clear();
    this.runs.clear();
    await Promise.all([...new Set(names)].map((name) => this.killAll(name)));
    await Promise.allSettled(this.steps.values());
  }
}
