import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A program to run in the background. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment: nothing is inherited. */
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Both output streams are appended to this file. */
  readonly logFile: string;
  /** In a process group of its own, which outlives this process and is stopped as a whole. Default false. */
  readonly ownGroup?: boolean;
}

const POLL_MS = 50;

/** Starts it and returns at once. An unusable command is reported by the child's `error` event. */
export function launch(program: Launch): ChildProcess {
  mkdirSync(dirname(program.logFile), { recursive: true });
  const log = openSync(program.logFile, "a");
  try {
    return spawn(program.command, program.args, {
      cwd: program.cwd,
      env: program.env,
      detached: program.ownGroup ?? false,
      stdio: ["ignore", log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** Whether the process (or, for a negative number, any process of that group) exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Asks a process, or a group as a negative number, to end; kills it when it has not after `graceMs`.
 * @returns whether it ended by itself
 */
export async function stopProcess(pid: number, graceMs: number): Promise<boolean> {
  if (!signal(pid, "SIGTERM")) return true;
  if (await hasEnded(pid, graceMs)) return true;
  signal(pid, "SIGKILL");
  await hasEnded(pid, graceMs);
  return false;
}

async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

/** A running process with the group it belongs to. */
export interface RunningProcess {
  readonly pid: number;
  readonly group: number;
  readonly command: string;
}

/** Every process of this machine. */
export function processes(): RunningProcess[] {
  const table = execFileSync("ps", ["-A", "-ww", "-o", "pid=,pgid=,args="], { encoding: "utf8", maxBuffer: 64 << 20 });
  return table.split("\n").flatMap((line) => {
    const [, pid, group, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid && group ? [{ pid: Number(pid), group: Number(group), command: command ?? "" }] : [];
  });
}

/** How the process was called; empty when there is none. */
export function commandLine(pid: number): string {
  try {
    return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}
