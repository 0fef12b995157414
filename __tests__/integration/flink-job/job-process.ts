import type { ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunningBroker } from "../../../local/platform/broker";
import { flinkRuntime } from "../../../local/platform/install/flink-runtime";
import { flinkJava } from "../../../local/platform/install/java-runtime";
import { launch } from "../../../local/platform/process";
import { managedFlink } from "../../../local/services/flink/managed-flink";
import { openedPackages } from "../../../local/services/flink/opened-packages";
import { buildJob } from "../../../scripts/build-job";
import { findJdk } from "../../../toolchain/java";
import { findPython } from "../../../toolchain/python";
import { JobRest } from "./job-rest";

/** Longer than a checkpoint takes while a broker comes back. */
const SAVEPOINT_MS = 120_000;

const LOGGING = `rootLogger.level = INFO
rootLogger.appenderRef.console.ref = Console
appender.console.type = Console
appender.console.name = Console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{ISO8601} %p %c{1} %m%n
`;

/** A line of the log that tells of a task that runs; its time is of the machine's zone. */
const TASK_RUNS = /^(\S+) .* switched from INITIALIZING to RUNNING/gm;

/**
 * The job's jar in one process with Flink's runtime, on the Java and under the settings of Managed Flink (aws-limits/managed-flink.ts). It
 * makes a checkpoint every second, in a folder that outlives it.
 */
export class JobProcess {
  private readonly jar = buildJob().jarPath;
  private process: ChildProcess | undefined;
  /** When it was started last, in unix milliseconds. */
  startedMs = 0;
  /** Length of the log then. */
  private logStart = 0;

  constructor(
    private readonly dir: string,
    private readonly broker: RunningBroker,
    private readonly properties: Record<string, Record<string, string>>,
  ) {}

  /** Starts it, from the newest complete checkpoint or savepoint if there is one. */
  async start({ parallelism = 2 }: { readonly parallelism?: number } = {}): Promise<void> {
    const jdk = findJdk();
    const runtime = await flinkRuntime(jdk);
    const java = await flinkJava({ jdk, python: findPython() });
    const propertiesFile = join(this.dir, "properties.json");
    const groups = Object.entries(this.properties).map(([PropertyGroupId, PropertyMap]) => ({
      PropertyGroupId,
      PropertyMap,
    }));
    writeFileSync(propertiesFile, JSON.stringify(groups));
    this.configure(parallelism);
    this.logStart = existsSync(this.logFile) ? statSync(this.logFile).size : 0;
    this.startedMs = Date.now();
    this.process = launch({
      command: java.java,
      args: [
        ...["-Xmx512m", "-XX:+UseSerialGC"],
        ...openedPackages(java),
        `-Djava.io.tmpdir=${this.temporary}`,
        `-Djavax.net.ssl.trustStore=${this.broker.tls.trustStore}`,
        `-Djavax.net.ssl.trustStorePassword=${this.broker.tls.storePassword}`,
        `-Dlog4j2.configurationFile=${join(this.dir, "log4j2.properties")}`,
        ...["-cp", join(runtime, "*"), "org.apache.flink.client.cli.CliFrontend", "run", "--target", "local"],
        ...[this.jar, "--properties", propertiesFile],
      ],
      env: {
        PATH: process.env.PATH,
        FLINK_CONF_DIR: this.dir,
        AWS_ACCESS_KEY_ID: "test",
        AWS_SECRET_ACCESS_KEY: "test",
        AWS_REGION: "us-east-1",
      },
      cwd: this.dir,
      logFile: this.logFile,
    });
  }

  private configure(parallelism: number): void {
    // What a killed one has left, with a copy of RocksDB's library.
    rmSync(this.temporary, { recursive: true, force: true });
    mkdirSync(this.temporary, { recursive: true });
    const restore = this.newestCheckpoint();
    const configuration = {
      "parallelism.default": parallelism,
      "io.tmp.dirs": this.temporary,
      // What an application may set, and no more: a checkpoint every second, so that much happens between two faults.
      ...managedFlink({ "execution.checkpointing.interval": "1 s", "execution.checkpointing.min-pause": "0 s" }),
      "execution.checkpointing.dir": `file://${this.checkpoints}`,
      "rest.bind-address": "127.0.0.1",
      "rest.address": "127.0.0.1",
      ...(restore
        ? {
            "execution.state-recovery.path": restore,
            "execution.state-recovery.claim-mode": basename(restore).startsWith("chk-") ? "CLAIM" : "NO_CLAIM",
          }
        : {}),
    };
    const lines = Object.entries(configuration).map(([key, value]) => `${key}: ${value}`);
    writeFileSync(join(this.dir, "config.yaml"), `${lines.join("\n")}\n`);
    writeFileSync(join(this.dir, "log4j2.properties"), LOGGING);
  }

  private get temporary(): string {
    return join(this.dir, "tmp");
  }

  private get checkpoints(): string {
    return join(this.dir, "checkpoints");
  }

  get logFile(): string {
    return join(this.dir, "job.log");
  }

  /** Milliseconds from its last start until all of its tasks ran; undefined before. */
  runningAfterMs(): number | undefined {
    const log = readFileSync(this.logFile).subarray(this.logStart).toString();
    const last = [...log.matchAll(TASK_RUNS)].at(-1)?.[1];
    return last === undefined ? undefined : Date.parse(last.replace(",", ".")) - this.startedMs;
  }

  /** Folder of the newest checkpoint that is complete. */
  newestCheckpoint(): string | undefined {
    mkdirSync(this.checkpoints, { recursive: true });
    const complete = readdirSync(this.checkpoints, { recursive: true, withFileTypes: true })
      .filter(({ name }) => name === "_metadata")
      .map(({ parentPath }) => parentPath)
      .filter((folder) => existsSync(folder));
    return complete.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1);
  }

  /** Whether it runs. */
  get alive(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Ends it with a savepoint, from which the next start continues. @throws Error if none can be taken */
  async stopWithSavepoint(): Promise<void> {
    const rest = await JobRest.of(this.logFile);
    const deadline = Date.now() + SAVEPOINT_MS;
    while (this.alive) {
      if (Date.now() > deadline) throw new Error(`The job took no savepoint; its log is ${this.logFile}.`);
      // The endpoint is gone a moment before the process is.
      const request = await rest.askToStop(this.checkpoints).catch(() => undefined);
      const isOver = async () => !request || !this.alive || (await rest.hasFailed(request).catch(() => false));
      do await sleep(100);
      while (!(await isOver()) && Date.now() < deadline);
    }
    if (!this.newestCheckpoint()?.includes("savepoint-"))
      throw new Error(`The job ended without a savepoint; its log is ${this.logFile}.`);
  }

  /** Waits for `count` checkpoints that begin after now. */
  async afterCheckpoints(count: number): Promise<void> {
    let last = this.newestCheckpoint();
    for (let seen = 0; seen < count; ) {
      await sleep(100);
      if (this.process?.exitCode !== null) throw new Error(`The job ended; its log is ${this.logFile}.`);
      const newest = this.newestCheckpoint();
      if (newest !== last) seen++;
      last = newest;
    }
  }

  /** Ends it as a crash would, and waits until it is gone. */
  async kill(): Promise<void> {
    const { process: child } = this;
    if (!child || !this.alive) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }
}
