import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { stopProcess } from "../../platform/process";

/** A program that has ended. */
export interface Ended {
  /** Exit code; absent where a signal ended it. */
  readonly code?: number;
  /** All that it printed. */
  readonly output: string;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Its output is appended to this file. */
  readonly logFile: string;
  /** Called with the program and all of its output whenever it has printed something. */
  readonly onOutput?: (child: ChildProcess, output: string) => void;
}

/** Terraform removes its lock before it ends; a provider may need a while for that. */
const GRACE_MS = 60_000;

/** Runs programs, and ends those that run when it is stopped. */
export class ProgramRunner {
  private readonly running = new Set<ChildProcess>();
  private stopped = false;

  /** Runs a program to its end, in a group of its own. @throws when it cannot be started */
  run({ command, args, directory, environment, logFile, onOutput }: Program): Promise<Ended> {
    if (this.stopped) throw new Error("The rehearsal was ended.");
    mkdirSync(dirname(logFile), { recursive: true });
    appendFileSync(logFile, `$ ${command} ${args.join(" ")}\n`);
    const child = spawn(command, args, {
      cwd: directory,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.running.add(child);
    return new Promise((resolve, reject) => {
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (chunk: string) => {
          output += chunk;
          appendFileSync(logFile, chunk);
          onOutput?.(child, output);
        });
      }
      child.once("error", (error) => {
        this.running.delete(child);
        reject(new Error(`${command} cannot be run: ${error.message}`));
      });
      child.once("close", (code) => {
        this.running.delete(child);
        resolve({ code: code ?? undefined, output });
      });
    });
  }

  /** Ends every program that runs, and lets none start. @param graceMs How long each may take to end by itself. */
  async stop(graceMs = GRACE_MS): Promise<void> {
    this.stopped = true;
    await Promise.all([...this.running].map(({ pid }) => (pid ? stopProcess(-pid, graceMs) : undefined)));
  }
}
