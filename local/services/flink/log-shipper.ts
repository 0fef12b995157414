import { closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { type CloudWatchLogs, type LogEvent, logStreamOf } from "../emulator/logs";
import { log, reason } from "../log";
import type { FlinkStore } from "./state";

/** Most bytes of one PutLogEvents (https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html), halved for its overhead. */
const MAX_BYTES = 512 * 1024;

/** Follows a log file across rotations, a whole line at a time. */
export class Tail {
  constructor(
    private readonly path: string,
    private position = 0,
  ) {}

  /** Begins at the end of what is there. */
  static atEnd(path: string): Tail {
    return new Tail(path, existsSync(path) ? statSync(path).size : 0);
  }

  /** New lines, and how far they reach; `done` must be called once they are kept. */
  read(): { lines: string[]; done: () => void } {
    if (!existsSync(this.path)) return { lines: [], done: () => undefined };
    const from = statSync(this.path).size < this.position ? 0 : this.position;
    const file = openSync(this.path, "r");
    try {
      const buffer = Buffer.alloc(MAX_BYTES);
      const text = buffer.subarray(0, readSync(file, buffer, 0, MAX_BYTES, from));
      const end = text.lastIndexOf("\n") + 1;
      const done = () => {
        this.position = from + end;
      };
      return { lines: text.subarray(0, end).toString("utf8").split("\n").filter(Boolean), done };
    } finally {
      closeSync(file);
    }
  }
}

function eventOf(line: string): LogEvent {
  const written = /"timestamp":"([^"]+)"/.exec(line)?.[1];
  const timestamp = written ? Date.parse(written.replace(",", ".")) : Number.NaN;
  return { timestamp: Number.isNaN(timestamp) ? Date.now() : timestamp, message: line };
}

/** Brings the jobs' log files into the log streams that their applications name. */
export class LogShipper {
  private readonly tails = new Map<string, Tail>();
  private problem: string | undefined;

  constructor(
    private readonly store: FlinkStore,
    private readonly filesOf: (applicationName: string) => string[],
    private readonly logs: Pick<CloudWatchLogs, "put">,
  ) {}

  /** Ships what is new, once; calls must not overlap. */
  async ship(): Promise<void> {
    try {
      for (const { detail } of Object.values(this.store.value.applications)) {
        const target = logStreamOf(detail.CloudWatchLoggingOptionDescriptions[0]?.LogStreamARN ?? "");
        if (!target) continue;
        for (const path of this.filesOf(detail.ApplicationName)) await this.shipFile(path, target);
      }
      this.problem = undefined;
    } catch (error) {
      // Said once, not every few seconds.
      if (this.problem !== reason(error))
        log("warn", "the jobs' logs were not shipped, it is tried again", { detail: reason(error) });
      this.problem = reason(error);
    }
  }

  private async shipFile(path: string, { group, stream }: { group: string; stream: string }): Promise<void> {
    let tail = this.tails.get(path);
    if (!tail) {
      tail = Tail.atEnd(path);
      this.tails.set(path, tail);
    }
    const { lines, done } = tail.read();
    if (lines.length > 0) await this.logs.put(group, stream, lines.map(eventOf));
    done();
  }
}
