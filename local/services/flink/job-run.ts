import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { anyFreePort } from "../../ports";
import type { ServicesConfig } from "../config";
import { bucketOf, type S3 } from "../emulator/s3";
import { type Launch, launch, newMark, ProcessList, type RecordedProcess, stillRuns } from "./processes";
import { FlinkRest } from "./rest";
import { type ApplicationFiles, lastError } from "./run-files";
import type { RestorePoint } from "./runner";
import { flinkConfiguration, jvmOptions, log4jConfiguration } from "./settings";
import type { ApplicationDetail } from "./state";

const JOB_MANAGER = "org.apache.flink.container.entrypoint.StandaloneApplicationClusterEntryPoint";
const TASK_MANAGER = "org.apache.flink.runtime.taskexecutor.TaskManagerRunner";
const START_TIMEOUT_MS = 180_000;

type Part = "jobmanager" | "taskmanager";

/** Where a part of an application's cluster writes its log. */
export function logFile(config: ServicesConfig, applicationName: string, part: Part): string {
  return join(config.logDir, `flink-${applicationName}-${part}.log`);
}

/** What a run needs from its surroundings. */
export interface RunContext {
  readonly config: ServicesConfig;
  readonly s3: Pick<S3, "get">;
  readonly files: ApplicationFiles;
  readonly restPort: number;
  /** Aborted when the services end: then no process may be started any more. */
  readonly signal: AbortSignal;
}

/** One run of a job: its cluster's processes. */
export class JobRun {
  readonly jobId = randomUUID().replaceAll("-", "");
  readonly rest: FlinkRest;
  private jobManager: RecordedProcess | undefined;
  private taskManager: RecordedProcess | undefined;
  private startTaskManager: () => RecordedProcess = () => {
    throw new Error("the run was not launched");
  };

  constructor(
    readonly detail: ApplicationDetail,
    readonly restore: RestorePoint | undefined,
    private readonly context: RunContext,
  ) {
    this.rest = new FlinkRest(context.restPort);
  }

  get restPort(): number {
    return this.context.restPort;
  }

  get jobManagerLog(): string {
    return logFile(this.context.config, this.detail.ApplicationName, "jobmanager");
  }

  /** Fetches the jar, writes the run's files and starts both processes. */
  async launch(): Promise<void> {
    const { files, s3, restPort, signal } = this.context;
    const { ApplicationCodeConfigurationDescription: code, EnvironmentPropertyDescriptions: properties } =
      this.detail.ApplicationConfigurationDescription;
    const { BucketARN, FileKey, ObjectVersion } = code.CodeContentDescription.S3ApplicationCodeLocationDescription;
    const jar = await s3.get(bucketOf(BucketARN) ?? "", FileKey, ObjectVersion);
    const place = {
      restPort,
      rpcPort: await anyFreePort(),
      checkpointDir: files.checkpoints,
      savepointDir: files.savepoints,
      tmpDir: join(files.run, "tmp"),
    };
    const paths = files.prepare({
      jar,
      configuration: flinkConfiguration(this.detail, place, this.restore),
      log4j: log4jConfiguration(this.detail),
      properties: properties?.PropertyGroupDescriptions ?? [],
    });
    signal.throwIfAborted();
    const jobArguments = ["--job-id", this.jobId, "--properties", paths.properties];
    this.startTaskManager = () => launch(this.java("taskmanager", TASK_MANAGER, paths, []));
    this.jobManager = launch(this.java("jobmanager", JOB_MANAGER, paths, jobArguments));
    this.record();
    this.replaceTaskManager();
  }

  private record(): void {
    const processes = [this.jobManager, this.taskManager].filter((one) => one !== undefined);
    new ProcessList(this.context.files.processes).write(processes);
  }

  /** Starts a task manager; the job manager gives it the job's tasks. */
  replaceTaskManager(): void {
    this.context.signal.throwIfAborted();
    this.taskManager = this.startTaskManager();
    this.record();
  }

  get jobManagerRuns(): boolean {
    return this.jobManager !== undefined && stillRuns(this.jobManager);
  }

  get taskManagerRuns(): boolean {
    return this.taskManager !== undefined && stillRuns(this.taskManager);
  }

  /**
   * Resolves when every task of the job runs.
   * @throws Error with the log's last error when a process ends first, or when it takes longer than three minutes.
   */
  async untilRunning(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    const taskManagerLog = logFile(this.context.config, this.detail.ApplicationName, "taskmanager");
    for (;;) {
      if (!this.taskManagerRuns)
        throw new Error(`The task manager ended: ${lastError(taskManagerLog) ?? `see ${taskManagerLog}`}`);
      if (!this.jobManagerRuns)
        throw new Error(
          `The job ended while it started: ${lastError(this.jobManagerLog) ?? `see ${this.jobManagerLog}`}`,
        );
      // Until the page answers there is nothing to ask.
      const job = await this.rest.job(this.jobId).catch(() => undefined);
      if (job?.allRunning) return;
      if (Date.now() > deadline)
        throw new Error(`The job did not run after ${START_TIMEOUT_MS / 1000} s; see ${this.jobManagerLog}.`);
      await delay(300);
    }
  }

  private java(
    part: Part,
    main: string,
    paths: { conf: string; log4j: string; tmp: string; lib: string },
    args: readonly string[],
  ): Launch {
    const { config, files } = this.context;
    const log = logFile(config, this.detail.ApplicationName, part);
    const mark = newMark();
    const options = [
      `-Dlaptop.process=${mark}`,
      ...jvmOptions(part, this.detail, config.flink),
      `-Dlog.file=${log}`,
      `-Dlog4j2.configurationFile=file:${paths.log4j}`,
      `-Djava.io.tmpdir=${paths.tmp}`,
    ];
    return {
      command: config.flink.java.java,
      args: [...options, "-cp", classpath(config.flink.classpathDir), main, "--configDir", paths.conf, ...args],
      mark,
      env: environment(config, paths.lib),
      cwd: files.run,
      outputPath: log.replace(/\.log$/, ".out"),
    };
  }
}

function classpath(dir: string): string {
  const jars = readdirSync(dir).filter((name) => name.endsWith(".jar"));
  if (jars.length === 0) throw new Error(`${dir} has no jars; run \`npm start\` to install Flink.`);
  return jars.map((name) => join(dir, name)).join(":");
}

/** Only what a job on AWS has too: nothing of the services' own environment reaches it. */
function environment({ credentials, region, flink }: ServicesConfig, libDir: string): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return {
    ...{ PATH, HOME },
    // The checkout's own path may hold letters outside of ASCII.
    LC_ALL: "C.UTF-8",
    JAVA_HOME: flink.java.home,
    FLINK_LIB_DIR: libDir,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EC2_METADATA_DISABLED: "true",
  };
}
