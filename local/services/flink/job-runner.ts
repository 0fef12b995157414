import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ServicesConfig } from "../config";
import { bucketOf, type S3 } from "../emulator/s3";
import { log, reason } from "../log";
import { freePort } from "../ports";
import type { PartHealth } from "../workers";
import { isAlive, kill, launch, ProcessList, type RecordedProcess } from "./processes";
import { FlinkRest, type JobFigures } from "./rest";
import { ApplicationFiles, lastError } from "./run-files";
import type { JobRunner, RestorePoint } from "./runner";
import { flinkConfiguration, jvmOptions, log4jConfiguration } from "./settings";
import type { ApplicationDetail } from "./state";

const JOB_MANAGER = "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
const TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
const START_TIMEOUT_MS = 180_000;
const WATCH_MS = 1_000;
const MAX_PAUSE_MS = 30_000;

interface Run {
  readonly detail: ApplicationDetail;
  readonly files: ApplicationFiles;
  readonly jobId: string;
  readonly restPort: number;
  readonly rest: FlinkRest;
  readonly startTaskManager: () => RecordedProcess;
  readonly jobManager: RecordedProcess;
  taskManager: RecordedProcess;
  restore: RestorePoint | undefined;
}

/**
 * Runs each application as Flink's application mode does: the entry point with the job's jar, and one task manager. A dead task
 * manager is replaced and Flink recovers the job; a dead job manager is started again from the newest checkpoint.
 */
export class LocalJobRunner implements JobRunner {
  private readonly runs = new Map<string, Run>();
  private readonly problems = new Map<string, string>();
  private readonly watching: NodeJS.Timeout;
  private readonly busy = new Set<string>();

  constructor(
    private readonly config: ServicesConfig,
    private readonly s3: Pick<S3, "get">,
  ) {
    this.watching = setInterval(() => void this.watch(), WATCH_MS);
  }

  private files(name: string): ApplicationFiles {
    return new ApplicationFiles(this.config.stateDir, name);
  }

  /** Log files of an application's processes. */
  logFiles(name: string): string[] {
    return ["jobmanager", "taskmanager"].map((part) => join(this.config.logDir, `flink-${name}-${part}.log`));
  }

  /** Ends processes that an earlier life of the services left behind. */
  async reap(applicationNames: readonly string[]): Promise<void> {
    for (const name of applicationNames) await new ProcessList(this.files(name).processes).killAll();
  }

  async start(detail: ApplicationDetail, restore: RestorePoint | undefined): Promise<void> {
    const name = detail.ApplicationName;
    this.busy.add(name);
    try {
      await new ProcessList(this.files(name).processes).killAll();
      const run = await this.launchRun(detail, restore);
      this.runs.set(name, run);
      try {
        await this.untilRunning(run);
        this.problems.delete(name);
        log("info", "job runs", { application: name, job: run.jobId, restoredFrom: restore?.path ?? null });
      } catch (error) {
        this.runs.delete(name);
        await new ProcessList(run.files.processes).killAll();
        throw error;
      }
    } finally {
      this.busy.delete(name);
    }
  }

  private async restPort(): Promise<number> {
    const { restPort } = this.config.flink;
    const taken = [...this.runs.values()].some((run) => run.restPort === restPort);
    return taken ? freePort() : restPort;
  }

  private async launchRun(detail: ApplicationDetail, restore: RestorePoint | undefined): Promise<Run> {
    const files = this.files(detail.ApplicationName);
    const { ApplicationCodeConfigurationDescription: code, EnvironmentPropertyDescriptions: properties } =
      detail.ApplicationConfigurationDescription;
    const { BucketARN, FileKey } = code.CodeContentDescription.S3ApplicationCodeLocationDescription;
    this.runs.delete(detail.ApplicationName);
    const restPort = await this.restPort();
    const jar = await this.s3.get(bucketOf(BucketARN) ?? "", FileKey);
    const place = {
      restPort,
      rpcPort: await freePort(),
      checkpointDir: files.checkpoints,
      savepointDir: files.savepoints,
      tmpDir: join(files.run, "tmp"),
    };
    const paths = files.prepare({
      jar,
      configuration: flinkConfiguration(detail, place, restore),
      log4j: log4jConfiguration(detail),
      properties: properties?.PropertyGroupDescriptions ?? [],
    });
    const jobId = randomUUID().replaceAll("-", "");
    const java = (part: "jobmanager" | "taskmanager", main: string, args: readonly string[]) => {
      const [jobManagerLog = "", taskManagerLog = ""] = this.logFiles(detail.ApplicationName);
      const logFile = part === "jobmanager" ? jobManagerLog : taskManagerLog;
      const options = [
        ...jvmOptions(part, detail, this.config.flink.trustStore),
        `-Dlog.file=${logFile}`,
        `-Dlog4j2.configurationFile=file:${paths.log4j}`,
        `-Djava.io.tmpdir=${paths.tmp}`,
      ];
      return launch({
        command: process.env.JAVA_HOME ? join(process.env.JAVA_HOME, "bin", "java") : "java",
        args: [...options, "-cp", this.classpath(), main, "--configDir", paths.conf, ...args],
        env: this.environment(paths.lib),
        cwd: files.run,
        outputPath: logFile.replace(/\.log$/, ".out"),
      });
    };
    const jobManager = java("jobmanager", JOB_MANAGER, ["--job-id", jobId, "--properties", paths.properties]);
    const startTaskManager = () => java("taskmanager", TASK_MANAGER, []);
    const taskManager = startTaskManager();
    new ProcessList(files.processes).write([jobManager, taskManager]);
    return {
      detail,
      files,
      jobId,
      restPort,
      rest: new FlinkRest(restPort),
      jobManager,
      taskManager,
      startTaskManager,
      restore,
    };
  }

  private classpath(): string {
    const { classpathDir } = this.config.flink;
    const jars = readdirSync(classpathDir).filter((name) => name.endsWith(".jar"));
    if (jars.length === 0) throw new Error(`${classpathDir} has no jars; run \`npm start\` to install Flink.`);
    return jars.map((name) => join(classpathDir, name)).join(":");
  }

  /** Only what a job on AWS has too: nothing of the services' own environment reaches it. */
  private environment(libDir: string): NodeJS.ProcessEnv {
    const { PATH, JAVA_HOME, HOME } = process.env;
    const { accessKeyId, secretAccessKey } = this.config.credentials;
    return {
      ...{ PATH, JAVA_HOME, HOME },
      FLINK_LIB_DIR: libDir,
      AWS_ACCESS_KEY_ID: accessKeyId,
      AWS_SECRET_ACCESS_KEY: secretAccessKey,
      AWS_REGION: this.config.region,
      AWS_DEFAULT_REGION: this.config.region,
      AWS_EC2_METADATA_DISABLED: "true",
    };
  }

  private async untilRunning({ detail, jobManager, taskManager, rest, jobId }: Run): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    const [logFile = "", taskManagerLog = ""] = this.logFiles(detail.ApplicationName);
    for (;;) {
      if (!isAlive(taskManager))
        throw new Error(`The task manager ended: ${lastError(taskManagerLog) ?? `see ${taskManagerLog}`}`);
      if (!isAlive(jobManager))
        throw new Error(`The job ended while it started: ${lastError(logFile) ?? `see ${logFile}`}`);
      // Until the page answers there is nothing to ask.
      const job = await rest.job(jobId).catch(() => undefined);
      if (job?.allRunning) return;
      if (Date.now() > deadline)
        throw new Error(`The job did not run after ${START_TIMEOUT_MS / 1000} s; see ${logFile}.`);
      await delay(300);
    }
  }

  async stop(name: string, savepoint: boolean): Promise<string | undefined> {
    this.busy.add(name);
    try {
      const run = this.runs.get(name);
      const path = run && savepoint ? await run.rest.savepoint(run.jobId, true) : undefined;
      this.runs.delete(name);
      this.problems.delete(name);
      await new ProcessList(this.files(name).processes).killAll();
      if (path) this.files(name).dropCheckpoints();
      return path;
    } finally {
      this.busy.delete(name);
    }
  }

  isRunning(name: string): boolean {
    return this.runs.has(name) || this.problems.has(name);
  }

  async snapshot(name: string): Promise<string> {
    const run = this.runs.get(name);
    if (!run) throw new Error(`Application ${name} does not run.`);
    return run.rest.savepoint(run.jobId, false);
  }

  latestCheckpoint(name: string) {
    return this.files(name).latestCheckpoint();
  }

  async forget(name: string): Promise<void> {
    await this.stop(name, false);
    this.files(name).remove();
  }

  private async watch(): Promise<void> {
    for (const [name, run] of this.runs) {
      if (this.busy.has(name)) continue;
      if (!isAlive(run.jobManager)) void this.revive(name, run);
      else if (!isAlive(run.taskManager)) {
        log("warn", "task manager died, another is started", { application: name });
        run.taskManager = run.startTaskManager();
        new ProcessList(run.files.processes).write([run.jobManager, run.taskManager]);
      }
    }
  }

  private async revive(name: string, run: Run): Promise<void> {
    this.busy.add(name);
    const [logFile = ""] = this.logFiles(name);
    this.problems.set(name, `the job died: ${lastError(logFile) ?? `see ${logFile}`}`);
    log("error", "job manager died, the job is started again", { application: name, detail: this.problems.get(name) });
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
        log("error", "job could not be started again, it is tried again", {
          application: name,
          detail: reason(error),
          pauseMs: pause,
        });
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
    const runs = [...this.runs.values()];
    this.runs.clear();
    await Promise.all(runs.flatMap(({ jobManager, taskManager }) => [kill(jobManager), kill(taskManager)]));
  }
}
