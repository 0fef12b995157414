import { readFileSync } from "node:fs";
import * as z from "zod";

const Jobs = z.object({ jobs: z.array(z.object({ id: z.string(), status: z.string() })) });
const Vertices = z.object({ vertices: z.array(z.object({ id: z.string(), name: z.string() })) });
const Subtasks = z.object({ subtasks: z.array(z.object({ attempt: z.int() })) });
const Triggered = z.object({ "request-id": z.string() });
const Operation = z.object({
  status: z.object({ id: z.enum(["IN_PROGRESS", "COMPLETED"]) }),
  operation: z.object({ location: z.string().optional() }).nullish(),
});
const Metrics = z.array(z.object({ id: z.string(), sum: z.number().optional() }));

/** Flink's REST API of the one job that writes this log (https://nightlies.apache.org/flink/flink-docs-release-1.20/docs/ops/rest_api/). */
export class JobRest {
  private constructor(private readonly base: string) {}

  /** @param logFile where the job says on which port it listens */
  static async of(logFile: string): Promise<JobRest> {
    const address = [...readFileSync(logFile, "utf8").matchAll(/Rest endpoint listening at ([\d.:]+)/g)].at(-1)?.[1];
    if (!address) throw new Error(`${logFile} does not say where the REST endpoint listens.`);
    const { jobs } = Jobs.parse(await get(`http://${address}/jobs`));
    if (jobs.length !== 1 || !jobs[0])
      throw new Error(`One job was expected at ${address}, but there are ${jobs.length}.`);
    return new JobRest(`http://${address}/jobs/${jobs[0].id}`);
  }

  /** Attempts of all subtasks, counted from 0: each restart is one more. */
  async attempts(): Promise<number[]> {
    const { vertices } = Vertices.parse(await get(this.base));
    const details = await Promise.all(vertices.map(({ id }) => get(`${this.base}/vertices/${id}`)));
    return details.flatMap((vertex) => Subtasks.parse(vertex).subtasks.map(({ attempt }) => attempt));
  }

  /** Asks the job to end with a savepoint below a folder, as a stop or an update of the application does. @returns the request's id */
  async askToStop(folder: string): Promise<string> {
    const body = JSON.stringify({ targetDirectory: `file://${folder}`, drain: false });
    return Triggered.parse(await send(`${this.base}/stop`, body))["request-id"];
  }

  /** Whether the request has failed, and the job continues. */
  async hasFailed(stopRequest: string): Promise<boolean> {
    const { status, operation } = Operation.parse(await get(`${this.base}/savepoints/${stopRequest}`));
    return status.id === "COMPLETED" && !operation?.location;
  }

  /** Sum over all subtasks of the counters whose name ends so, by full name. Flink brings them up to date every 10 s. */
  async counters(ending: string): Promise<Map<string, number>> {
    const { vertices } = Vertices.parse(await get(this.base));
    const found = new Map<string, number>();
    for (const { id } of vertices) {
      const url = `${this.base}/vertices/${id}/subtasks/metrics`;
      const names = Metrics.parse(await get(url)).map((metric) => metric.id);
      const wanted = names.filter((metric) => metric.endsWith(ending));
      if (wanted.length === 0) continue;
      for (const metric of Metrics.parse(await get(`${url}?get=${wanted.join(",")}&agg=sum`)))
        found.set(metric.id, metric.sum ?? 0);
    }
    return found;
  }
}

const get = (url: string): Promise<unknown> => request(url, {});
const send = (url: string, body: string): Promise<unknown> =>
  request(url, { method: "POST", headers: { "content-type": "application/json" }, body });

async function request(url: string, options: RequestInit): Promise<unknown> {
  const response = await fetch(url, options);
  if (!response.ok)
    throw new Error(`${options.method ?? "GET"} ${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
