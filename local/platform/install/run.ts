import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { inheritedSettings } from "../../../toolchain/user-settings";

export interface RunOptions {
  readonly cwd?: string;
  /** The whole environment; by default this process's, without what people set for their own commands. */
  readonly env?: NodeJS.ProcessEnv;
  /** Called with every line the command prints, for progress. */
  readonly onLine?: (line: string) => void;
}

const REMEMBERED_LINES = 40;

/** A command that could not be run or failed; the message ends with the last lines it printed. */
export class CommandError extends Error {
  constructor(
    readonly commandLine: string,
    reason: string,
    readonly tail: readonly string[],
  ) {
    super([`${commandLine}: ${reason}`, ...tail].join("\n  "));
    this.name = "CommandError";
  }
}

/** Runs a command to its end. @returns its last lines @throws CommandError on any other end than exit 0 */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<readonly string[]> {
  const commandLine = [command, ...args].join(" ");
  return new Promise((succeed, fail) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? inheritedSettings(process.env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    const tail: string[] = [];
    const remember = (printed: string): void => {
      const line = stripVTControlCharacters(printed);
      if (line.trim() === "") return;
      tail.push(line);
      if (tail.length > REMEMBERED_LINES) tail.shift();
      options.onLine?.(line);
    };
    for (const input of [child.stdout, child.stderr]) createInterface({ input }).on("line", remember);
    child.on("error", (error) => fail(new CommandError(commandLine, error.message, tail)));
    child.on("close", (code, signal) => {
      if (code === 0) succeed(tail);
      else fail(new CommandError(commandLine, signal ? `ended by ${signal}` : `exit ${code}`, tail));
    });
  });
}
