import type { ChildProcess } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Part } from "../parts/part";
import { launch, stopProcess } from "../process";
import { within } from "../within";
import type { PartCondition, PartState } from "./state";

/** How patient a keeper is. Tests are less so. */
export interface Patience {
  /** Between two health checks. */
  readonly checkMs: number;
  /** From the start until the first success. */
  readonly startupMs: number;
  /** Longest that a check may wait for an answer. */
  readonly answerMs: number;
  /** Failed checks in a row after which a running part is reported as unresponsive. */
  readonly unresponsiveAfter: number;
  /** Failed checks in a row after which a running part is started again. A busy machine may answer late. */
  readonly failedChecks: number;
  /** Pause before the first restart; doubled up to the longest while it keeps crashing. */
  readonly firstBackoffMs: number;
  readonly longestBackoffMs: number;
  /** Restarts in a row after which it is reported as failing. */
  readonly failingAfter: number;
  /** How long it must have been healthy for earlier crashes to be forgotten. */
  readonly forgetMs: number;
}

export const PATIENCE: Patience = {
  checkMs: 2_000,
  startupMs: 90_000,
  answerMs: 3_000,
  unresponsiveAfter: 2,
  failedChecks: 7,
  firstBackoffMs: 500,
  longestBackoffMs: 30_000,
  failingAfter: 4,
  forgetMs: 60_000,
};

/** Keeps one part running: starts it, watches it, and starts it again at the same address when it is gone. */
export class PartKeeper {
  private child?: ChildProcess;
  private stopping = false;
  private crashesInARow = 0;
  private current: PartState;

  constructor(
    private readonly part: Part,
    private readonly onChange: () => void,
    private readonly patience: Patience = PATIENCE,
  ) {
    this.current = { name: part.name, condition: "waiting", restarts: 0, since: Date.now() };
  }

  get state(): PartState {
    return this.current;
  }

  /** Runs the part until `stop` is called. */
  async keep(): Promise<void> {
    while (!this.stopping) {
      const problem = await this.runOnce().catch((error: Error) => error.message);
      if (this.stopping) break;
      await this.end();
      this.crashesInARow++;
      const condition = this.crashesInARow >= this.patience.failingAfter ? "failing" : "restarting";
      const lastIncident = { at: Date.now(), what: problem };
      this.change(condition, { pid: undefined, restarts: this.current.restarts + 1, detail: problem, lastIncident });
      await this.pause(this.backoffMs());
    }
    await this.end();
    this.change("stopped", { pid: undefined, detail: undefined });
  }

  /** Asks the part to end; `keep` returns once it has. */
  stop(): void {
    this.stopping = true;
  }

  /** @returns why it has to be started again */
  private async runOnce(): Promise<string> {
    const program = await this.part.prepare();
    const child = launch({ ...program, ownGroup: true });
    this.child = child;
    let gone: string | undefined;
    child.once("error", (error) => (gone = error.message));
    child.once(
      "exit",
      (code, signal) => (gone = signal ? `it was ended by ${signal}` : `it ended with exit code ${code}`),
    );
    const condition = this.current.condition === "failing" ? "failing" : "starting";
    this.change(condition, { pid: child.pid });

    const startedAt = Date.now();
    let failures = 0;
    while (!this.stopping) {
      await this.pause(this.patience.checkMs, () => gone !== undefined);
      if (gone) return `${gone}; ${await lastWords(program.logFile)}`;
      const problem = await within(this.patience.answerMs, this.part.check()).then(() => undefined, reasonOf);
      if (problem === undefined) {
        failures = 0;
        this.healthy();
      } else if (this.current.condition === "healthy" || this.current.condition === "unresponsive") {
        failures++;
        if (failures >= this.patience.failedChecks) return `it does not answer: ${problem}`;
        if (failures === this.patience.unresponsiveAfter) this.unresponsive(problem);
      } else if (Date.now() - startedAt > this.patience.startupMs) {
        return `it did not become healthy in ${this.patience.startupMs / 1000} s: ${problem}`;
      }
    }
    return "it was stopped";
  }

  private healthy(): void {
    if (this.current.condition !== "healthy") this.change("healthy", { detail: undefined });
    else if (Date.now() - this.current.since > this.patience.forgetMs) this.crashesInARow = 0;
  }

  private unresponsive(problem: string): void {
    const what = `it does not answer: ${problem}`;
    this.change("unresponsive", { detail: what, lastIncident: { at: Date.now(), what } });
  }

  /** Ends the whole group, so that nothing that the part started stays behind and holds its port. */
  private async end(): Promise<void> {
    const pid = this.child?.pid;
    this.child = undefined;
    if (pid) await stopProcess(-pid, this.part.graceMs);
  }

  private backoffMs(): number {
    const { firstBackoffMs, longestBackoffMs } = this.patience;
    return Math.min(firstBackoffMs * 2 ** (this.crashesInARow - 1), longestBackoffMs);
  }

  private async pause(ms: number, until: () => boolean = () => false): Promise<void> {
    const deadline = Date.now() + ms;
    while (!this.stopping && !until() && Date.now() < deadline) await sleep(Math.min(100, ms));
  }

  private change(condition: PartCondition, rest: Partial<PartState>): void {
    this.current = { ...this.current, ...rest, condition, since: Date.now() };
    this.onChange();
  }
}

function reasonOf(error: Error): string {
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}

/** The last line that reports an error: a crash report may be long. A process that was killed has written none. */
async function lastWords(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, "utf8").catch(() => "")).trimEnd().split("\n").slice(-40);
  const line = lines.findLast((it) => /\b(error|fatal)\b|error:|exception\b/i.test(it) && !/\b(INFO|DEBUG)\b/.test(it));
  return line ? `its log ${logFile} says: ${line.trim()}` : `its log is ${logFile}`;
}
