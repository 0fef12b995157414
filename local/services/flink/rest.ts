import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";

const Job = z.object({ state: z.string(), vertices: z.array(z.object({ status: z.string() })) });
const Trigger = z.object({ "request-id": z.string() });
const Savepoint = z.object({
  status: z.object({ id: z.string() }),
  operation: z
    .object({
      location: z.string().optional(),
      "failure-cause": z.object({ "stack-trace": z.string().optional(), class: z.string().optional() }).optional(),
    })
    .nullish(),
});

/** A job's state and its last checkpoint, for the status page. */
export interface JobFigures {
  readonly state: string;
  readonly checkpoints: number;
  readonly failedCheckpoints: number;
  readonly latestCheckpointAt?: string;
}

const Checkpoints = z.object({
  counts: z.object({ completed: z.number(), failed: z.number() }),
  latest: z.object({ completed: z.object({ latest_ack_timestamp: z.number() }).nullish() }),
});

const FIGURES_WITHIN_MS = 2_000;

/** Flink's REST interface (https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/ops/rest_api/). */
export class FlinkRest {
  constructor(private readonly port: number) {}

  private async call<S extends z.ZodType>(schema: S, path: string, init: RequestInit = {}): Promise<z.output<S>> {
    const response = await fetch(`http://127.0.0.1:${this.port}${path}`, {
      signal: AbortSignal.timeout(10_000),
      ...init,
    });
    if (!response.ok)
      throw new Error(`Flink answered ${response.status} to ${path}: ${(await response.text()).slice(0, 400)}`);
    return schema.parse(await response.json());
  }

  /** The job's state, and whether all its tasks run. */
  async job(id: string, init: RequestInit = {}): Promise<{ state: string; allRunning: boolean }> {
    const { state, vertices } = await this.call(Job, `/jobs/${id}`, init);
    return { state, allRunning: state === "RUNNING" && vertices.every(({ status }) => status === "RUNNING") };
  }

  /** For people who wait: a job manager that is frozen answers never. @throws when it takes longer than two seconds */
  async figures(id: string): Promise<JobFigures> {
    const soon = { signal: AbortSignal.timeout(FIGURES_WITHIN_MS) };
    const [{ state }, { counts, latest }] = await Promise.all([
      this.job(id, soon),
      this.call(Checkpoints, `/jobs/${id}/checkpoints`, soon),
    ]);
    return {
      state,
      checkpoints: counts.completed,
      failedCheckpoints: counts.failed,
      latestCheckpointAt: latest.completed ? new Date(latest.completed.latest_ack_timestamp).toISOString() : undefined,
    };
  }

  /** Takes a savepoint and, if asked, stops the job with it. Answers the savepoint's path. */
  async savepoint(id: string, stop: boolean, timeoutMs = 120_000): Promise<string> {
    const trigger = await this.call(Trigger, `/jobs/${id}/${stop ? "stop" : "savepoints"}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(stop ? { drain: false } : { "cancel-job": false }),
    });
    const deadline = Date.now() + timeoutMs;
    while (Date.now() < deadline) {
      const { status, operation } = await this.call(Savepoint, `/jobs/${id}/savepoints/${trigger["request-id"]}`);
      if (status.id === "COMPLETED") {
        if (operation?.location) return operation.location;
        const cause = operation?.["failure-cause"];
        throw new Error(`The savepoint failed: ${(cause?.["stack-trace"] ?? cause?.class ?? "").split("\n", 1)[0]}`);
      }
      await delay(200);
    }
    throw new Error(`The savepoint was not complete after ${timeoutMs} ms.`);
  }
}
