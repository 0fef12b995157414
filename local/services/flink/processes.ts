import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { writeAtomically } from "../state/store";

/** A process as recorded on the disk. Its mark, which no other command line holds, tells it from a later one with the same number. */
const Recorded = z.object({ pid: z.int().positive(), mark: z.string().min(1) });
export type RecordedProcess = z.infer<typeof Recorded>;

/** A new mark, to be put into the command line of one process: unlike its start, it does not move with the clock or the time zone. */
export const newMark = (): string => `laptop-${randomUUID()}`;

/** How a process was called; undefined when it does not run. `ps` answers alike on Linux and macOS. */
function commandOf(pid: number): string | undefined {
  const { status, stdout } = spawnSync("ps", ["-ww", "-o", "stat=,args=", "-p", String(pid)], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, LC_ALL: "C" },
  });
  const [, state = "", command = ""] = /^\s*(\S+)\s+(.*)/.exec(status === 0 ? stdout : "") ?? [];
  return state === "" || state.startsWith("Z") ? undefined : command;
}

/** Whether a child of this process still runs: its number cannot be another's before its end was noticed. */
export function stillRuns({ pid }: RecordedProcess): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Whether a recorded process still runs, no matter which process has started it. */
function isAlive(recorded: RecordedProcess): boolean {
  return stillRuns(recorded) && (commandOf(recorded.pid)?.includes(recorded.mark) ?? false);
}

/** What to start, and where its standard output and error go. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** One of the arguments, or a part of one; see {@link newMark}. Early, because some systems show the first few kilobytes only. */
  readonly mark: string;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly outputPath: string;
}

/** Starts a process in a session of its own: it does not die of its parent's Ctrl-C. */
export function launch({ command, args, mark, env, cwd, outputPath }: Launch): RecordedProcess {
  if (!args.some((argument) => argument.includes(mark)))
    throw new Error(`${command} is to be started without its mark.`);
  mkdirSync(dirname(outputPath), { recursive: true });
  const output = openSync(outputPath, "a", 0o600);
  try {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", output, output] });
    child.on("error", () => undefined);
    if (child.pid === undefined)
      throw new Error(`${command} could not be started; see ${outputPath}. Is Java installed?`);
    child.unref();
    return { pid: child.pid, mark };
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
