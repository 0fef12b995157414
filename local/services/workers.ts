import { setTimeout as delay } from "node:timers/promises";
import { log, reason } from "./log";

/** Something that runs until it is stopped. */
export interface Worker {
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Health of one part, as `/_health` shows it. */
export interface PartHealth {
  readonly name: string;
  readonly healthy: boolean;
  readonly detail: string;
}

/** Longest pause between two attempts to start a worker, in milliseconds. */
const MAX_PAUSE_MS = 5_000;
/** A worker that ran this long starts again with short pauses. */
const SETTLED_MS = 60_000;

/** Keeps one worker running: a new one takes the place of one that failed, after a growing pause. */
export class Supervised {
  private readonly stopping = new AbortController();
  private failures = 0;
  private problem: string | undefined = "starting";
  private loop: Promise<void> = Promise.resolve();

  constructor(
    readonly name: string,
    private readonly create: (fail: (error: Error) => void) => Worker,
  ) {}

  start(): void {
    this.loop = this.run();
  }

  get health(): PartHealth {
    return { name: this.name, healthy: this.problem === undefined, detail: this.problem ?? "running" };
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const failure = await this.once(signal);
      if (signal.aborted) return;
      this.problem = failure.message;
      this.failures += 1;
      const pause = Math.min(MAX_PAUSE_MS, 500 * 2 ** this.failures);
      log("warn", "worker failed, it is started again", { worker: this.name, detail: this.problem, pauseMs: pause });
      await delay(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One life of a worker; answers what ended it. */
  private async once(signal: AbortSignal): Promise<Error> {
    let settled: NodeJS.Timeout | undefined;
    let fail: (error: Error) => void = () => undefined;
    const failed = new Promise<Error>((resolve) => {
      fail = resolve;
    });
    signal.addEventListener("abort", () => fail(new Error("stopped")), { once: true });
    let worker: Worker | undefined;
    try {
      worker = this.create(fail);
      await worker.start();
      this.problem = undefined;
      settled = setTimeout(() => {
        this.failures = 0;
      }, SETTLED_MS);
      return await failed;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      clearTimeout(settled);
      await worker
        ?.stop()
        .catch((error) => log("warn", "worker did not stop cleanly", { worker: this.name, detail: reason(error) }));
    }
  }

  /** Stops the worker and resolves when it has ended; no other takes its place. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }
}

/** What the workers are for: one worker a wanted thing, another when its revision changes. */
export interface Wanted {
  readonly id: string;
  readonly revision: string;
  readonly supervise: () => Supervised;
}

/** Keeps the set of running workers equal to what is wanted. */
export class WorkerSet {
  private readonly running = new Map<string, { revision: string; worker: Supervised }>();
  private problem: string | undefined;

  constructor(
    readonly name: string,
    private readonly wanted: () => Promise<readonly Wanted[]>,
  ) {}

  /** Compares once: stops what is not wanted any more, starts what is new. */
  async reconcile(): Promise<void> {
    let wanted: readonly Wanted[];
    try {
      wanted = await this.wanted();
      this.problem = undefined;
    } catch (error) {
      this.problem = reason(error);
      return;
    }
    const revisions = new Map(wanted.map(({ id, revision }) => [id, revision]));
    for (const [id, { revision, worker }] of this.running) {
      if (revisions.get(id) === revision) continue;
      this.running.delete(id);
      await worker?.stop();
    }
    for (const { id, revision, supervise } of wanted) {
      if (this.running.has(id)) continue;
      const worker = supervise();
      this.running.set(id, { revision, worker });
      worker.start();
    }
  }

  get health(): PartHealth[] {
    const own = {
      name: this.name,
      healthy: this.problem === undefined,
      detail: this.problem ?? `${this.running.size} running`,
    };
    return [own, ...[...this.running.values()].map(({ worker }) => worker.health)];
  }

  async stop(): Promise<void> {
    const workers = [...this.running.values()];
    this.running.clear();
    await Promise.all(workers.map(({ worker }) => worker.stop()));
  }
}
