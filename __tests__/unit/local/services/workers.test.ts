import { setTimeout as delay } from "node:timers/promises";
import { Supervised, type Wanted, WorkerSet } from "../../../../local/services/workers";

/** Workers that tell what happens to them. */
function workers() {
  const events: string[] = [];
  const failures: ((error: Error) => void)[] = [];
  const supervise = (name: string, startFailures = 0) =>
    new Supervised(name, (fail) => {
      failures.push(fail);
      return {
        start: async () => {
          events.push(`start ${name}`);
          if (startFailures-- > 0) throw new Error("no broker");
        },
        stop: async () => void events.push(`stop ${name}`),
      };
    });
  return { events, failures, supervise };
}

describe("Supervised", () => {
  it("puts a new worker in the place of one that failed, and tells of it meanwhile", async () => {
    const { events, failures, supervise } = workers();
    const worker = supervise("a");
    worker.start();
    await delay(1);
    expect(worker.health).toEqual({ name: "a", healthy: true, detail: "running" });
    failures[0]?.(new Error("lost the broker"));
    await delay(1);
    expect(worker.health).toEqual({ name: "a", healthy: false, detail: "lost the broker" });
    while (!worker.health.healthy) await delay(20);
    await worker.stop();
    expect(events).toEqual(["start a", "stop a", "start a", "stop a"]);
  });

  it("can be stopped while it waits to try again", async () => {
    const { events, supervise } = workers();
    const worker = supervise("a", 1);
    worker.start();
    await delay(1);
    await worker.stop();
    expect(events).toEqual(["start a", "stop a"]);
  });
});

describe("WorkerSet", () => {
  it("starts what is new, stops what is gone, and replaces what has changed", async () => {
    const { events, supervise } = workers();
    let wanted: Wanted[] = [];
    const want = (...revisions: string[]) => {
      wanted = revisions.map((text) => ({ id: text[0] ?? "", revision: text, supervise: () => supervise(text) }));
    };
    const set = new WorkerSet("set", async () => wanted);
    for (const revisions of [["a1", "b1"], ["a2", "b1"], ["b1"]]) {
      want(...revisions);
      await set.reconcile();
      await delay(1);
    }
    await set.stop();
    expect(events).toEqual(["start a1", "start b1", "stop a1", "start a2", "stop a2", "stop b1"]);
  });

  it("keeps its workers when it cannot learn what is wanted, and says so", async () => {
    const { events, supervise } = workers();
    let down = false;
    const set = new WorkerSet("set", async () => {
      if (down) throw new Error("fetch failed");
      return [{ id: "a", revision: "1", supervise: () => supervise("a") }];
    });
    await set.reconcile();
    down = true;
    await set.reconcile();
    await delay(1);
    expect(set.health).toEqual([
      { name: "set", healthy: false, detail: "fetch failed" },
      { name: "a", healthy: true, detail: "running" },
    ]);
    await set.stop();
    expect(events).toEqual(["start a", "stop a"]);
  });
});
