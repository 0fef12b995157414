import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** Folders of one application. */
export class ApplicationFiles {
  readonly root: string;
  readonly checkpoints: string;
  readonly savepoints: string;
  readonly run: string;
  readonly processes: string;

  constructor(
    stateDir: string,
    readonly name: string,
  ) {
    this.root = resolve(stateDir, "flink", name);
    this.checkpoints = join(this.root, "checkpoints");
    this.savepoints = join(this.root, "savepoints");
    this.run = join(this.root, "run");
    this.processes = join(this.root, "processes.json");
  }

  /** Makes the folder of a new run and writes its files. Answers the paths. */
  prepare(files: {
    jar: Buffer;
    configuration: Record<string, string | number | boolean>;
    log4j: string;
    properties: object;
  }) {
    rmSync(this.run, { recursive: true, force: true });
    const folder = (name: string) => {
      const path = join(this.run, name);
      mkdirSync(path, { recursive: true });
      return path;
    };
    for (const path of [this.checkpoints, this.savepoints]) mkdirSync(path, { recursive: true });
    const conf = folder("conf");
    // Flink finds the job's jar in usrlib, next to the folder of its own jars.
    writeFileSync(join(folder("usrlib"), "job.jar"), files.jar);
    const yaml = Object.entries(files.configuration).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
    writeFileSync(join(conf, "config.yaml"), yaml.join(""));
    const log4j = join(conf, "log4j2.properties");
    writeFileSync(log4j, files.log4j);
    const properties = join(conf, "application-properties.json");
    writeFileSync(properties, JSON.stringify(files.properties, null, 2));
    return { conf, log4j, properties, lib: folder("lib"), tmp: this.tmp };
  }

  /** Temporary folder of a run. */
  get tmp(): string {
    const path = join(this.run, "tmp");
    mkdirSync(path, { recursive: true });
    return path;
  }

  /** Newest completed checkpoint: the one whose metadata file, written last, is youngest. */
  latestCheckpoint(): { path: string; completedAt: number } | undefined {
    if (!existsSync(this.checkpoints)) return undefined;
    const found = readdirSync(this.checkpoints).flatMap((job) =>
      readdirSync(join(this.checkpoints, job))
        .filter((name) => name.startsWith("chk-"))
        .map((name) => join(this.checkpoints, job, name))
        .filter((path) => existsSync(join(path, "_metadata")))
        .map((path) => ({ path: `file://${path}`, completedAt: statSync(join(path, "_metadata")).mtimeMs / 1000 })),
    );
    return found.sort((a, b) => b.completedAt - a.completedAt)[0];
  }

  /** Removes the checkpoints, once a savepoint holds the state. */
  dropCheckpoints(): void {
    rmSync(this.checkpoints, { recursive: true, force: true });
  }

  /** Removes one savepoint, by the path that Flink gave. @throws when it is not one of this application's */
  deleteSavepoint(path: string): void {
    const folder = resolve(path.replace(/^file:/, ""));
    if (dirname(folder) !== this.savepoints) throw new Error(`${path} is not a savepoint of ${this.name}.`);
    rmSync(folder, { recursive: true, force: true });
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** The last error in a log of JSON lines, to tell why a job did not start. */
export function lastError(logPath: string): string | undefined {
  if (!existsSync(logPath)) return undefined;
  const line = readFileSync(logPath, "utf8")
    .trimEnd()
    .split("\n")
    .findLast((text) => text.includes('"messageType":"ERROR"'));
  if (!line) return undefined;
  try {
    const { message = "", throwableInformation = "" } = JSON.parse(line) as Record<string, string>;
    const [innermost = ""] = throwableInformation.split("\nCaused by: ").slice(-1);
    // The message of an exception may have several lines; the stack begins behind them.
    return `${message} ${innermost.split("\n\tat ", 1)[0]}`.trim();
  } catch {
    return line.slice(0, 400);
  }
}
