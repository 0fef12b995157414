import { spawn, spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { writeAtomically } from "../state/store";

/** A process as recorded on the disk; its start time tells it from a later one with the same number. */
const Recorded = z.object({ pid: z.int().positive(), started: z.string() });
export type RecordedProcess = z.infer<typeof Recorded>;

/** When a process was started, or undefined when it does not run. `ps` answers alike on Linux and macOS. */
function startOf(pid: number): string | undefined {
  const { status, stdout } = spawnSync("ps", ["-o", "stat=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C" },
  });
  const [state = "", ...started] = status === 0 ? stdout.trim().split(/\s+/) : [];
  return state === "" || state.startsWith("Z") ? undefined : started.join(" ");
}

/** Whether a child of this process still runs: its number cannot be another's before its end was noticed. */
export function stillRuns({ pid }: RecordedProcess): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether a recorded process still runs, whoever started it. */
function isAlive(recorded: RecordedProcess): boolean {
  return stillRuns(recorded) && startOf(recorded.pid) === recorded.started;
}

/** What to start, and where its standard output and error go. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly outputPath: string;
}

/** Starts a process in a session of its own: it does not die of its parent's Ctrl-C. */
export function launch({ command, args, env, cwd, outputPath }: Launch): RecordedProcess {
  mkdirSync(dirname(outputPath), { recursive: true });
  const output = openSync(outputPath, "a", 0o600);
  try {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", output, output] });
    child.on("error", () => undefined);
    const started = child.pid === undefined ? undefined : startOf(child.pid);
    if (child.pid === undefined || started === undefined)
      throw new Error(`${command} could not be started; see ${outputPath}. Is Java installed?`);
    child.unref();
    return { pid: child.pid, started };
  } finally {
    closeSync(output);
  }
}

/** Ends a process for certain. It is killed at once: a job's state is in its checkpoints, not in its last words. */
export async function kill(recorded: RecordedProcess): Promise<void> {
  while (isAlive(recorded)) {
    try {
      process.kill(recorded.pid, "SIGKILL");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
    await delay(50);
  }
}

/** The processes of one application, on the disk, so that the next life of the services finds them. */
export class ProcessList {
  constructor(private readonly path: string) {}

  read(): RecordedProcess[] {
    if (!existsSync(this.path)) return [];
    const parsed = z.array(Recorded).safeParse(JSON.parse(readFileSync(this.path, "utf8")));
    return parsed.success ? parsed.data : [];
  }

  write(processes: readonly RecordedProcess[]): void {
    writeAtomically(this.path, JSON.stringify(processes));
  }

  /** Ends every recorded process that still runs. */
  async killAll(): Promise<void> {
    await Promise.all(this.read().map(kill));
    this.write([]);
  }
}
