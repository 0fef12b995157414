import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { unzipSync } from "fflate";
import { bundleFunctions } from "../../../handlers/bundle";
import type { FunctionName } from "../../../handlers/functions";

const ROOT = path.resolve(__dirname, "../../..");

/** A deployed archive in a process of its own, as Lambda runs it: started once, invoked many times. */
export interface RunningFunction {
  invoke<R>(event: unknown, options?: { timeoutMs?: number }): Promise<R>;
  /** What the function has written to its log, one object per line. */
  log(): Record<string, unknown>[];
  stop(): Promise<void>;
}

/** Unpacks a function's archive into `directory` and starts it with nothing but `env`. */
export async function startFunction(
  name: FunctionName,
  directory: string,
  env: Record<string, string>,
): Promise<RunningFunction> {
  const archives = await bundleFunctions();
  const folder = path.join(directory, name);
  mkdirSync(folder, { recursive: true });
  const entry = path.join(folder, "index.js");
  writeFileSync(entry, unzipSync(readFileSync(archives[name]))["index.js"]!);

  const child: ChildProcess = fork(path.join(__dirname, "lambda-process.ts"), [entry], {
    execArgv: ["--import", "tsx"],
    cwd: ROOT,
    // Lambda's runtime has the AWS SDK on this path.
    env: { PATH: process.env.PATH, NODE_PATH: path.join(ROOT, "node_modules"), POWERTOOLS_SERVICE_NAME: name, ...env },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  child.stdout!.on("data", (chunk) => (output += chunk));
  child.stderr!.on("data", (chunk) => (output += chunk));
  let requests = 0;
  return {
    invoke<R>(event: unknown, { timeoutMs = 30_000 } = {}) {
      return new Promise<R>((resolve, reject) => {
        const ended = () => reject(new Error(`${name} ended:\n${output}`));
        child.once("exit", ended);
        child.once("message", (answer: { result: R } | { error: string }) => {
          child.off("exit", ended);
          if ("error" in answer) reject(new Error(answer.error));
          else resolve(answer.result);
        });
        child.send({ event, timeoutMs, requestId: `request-${++requests}` });
      });
    },
    log: () =>
      output
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line)),
    async stop() {
      if (child.exitCode !== null) return;
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await exited;
    },
  };
}
