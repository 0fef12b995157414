import { manageTopics, type TopicAdmin } from "../../../../handlers/create-topics/core";
import { readTopicsEvent } from "../../../../handlers/create-topics/event";
import type { ExistingTopic } from "../../../../handlers/create-topics/plan";
import { fakeTime } from "../support";

/** A cluster in memory; `fail` makes the next call of a method throw one of Kafka's errors. */
function fakeCluster(initial: Record<string, ExistingTopic> = {}) {
  const topics = new Map(Object.entries(initial));
  const calls: string[] = [];
  const failures = new Map<keyof TopicAdmin, { error: Error; after: boolean }[]>();
  const call = async <T>(method: keyof TopicAdmin, work: () => T): Promise<T> => {
    calls.push(method);
    const failure = failures.get(method)?.shift();
    if (failure && !failure.after) throw failure.error;
    const result = work();
    if (failure) throw failure.error;
    return result;
  };
  const admin: TopicAdmin = {
    describe: (names) => call("describe", () => new Map([...topics].filter(([name]) => names.includes(name)))),
    create: (added) =>
      call("create", () => {
        for (const { name, partitions, configs } of added)
          topics.set(name, { partitions, ready: partitions, ownConfigs: configs });
      }),
    grow: (grown) =>
      call("grow", () => {
        for (const { name, partitions } of grown) {
          if (topics.get(name)!.partitions >= partitions) throw new Error("INVALID_PARTITIONS");
          topics.set(name, { ...topics.get(name)!, partitions, ready: partitions });
        }
      }),
    configure: (changed) =>
      call("configure", () => {
        for (const { name, configs } of changed) topics.set(name, { ...topics.get(name)!, ownConfigs: configs });
      }),
    remove: (names) =>
      call("remove", () => {
        for (const name of names) topics.delete(name);
      }),
  };
  const fail = (method: keyof TopicAdmin, type: string, after = false) =>
    failures.set(method, [...(failures.get(method) ?? []), { error: Object.assign(new Error(type), { type }), after }]);
  return { admin, topics, calls, fail };
}

function run(
  cluster: ReturnType<typeof fakeCluster>,
  action: string,
  topics: unknown,
  previous?: unknown,
  remainingMs = 60_000,
) {
  const time = fakeTime();
  const request = readTopicsEvent({ topics, tf: { action, prev_input: previous && { topics: previous } } });
  return manageTopics(request, { admin: cluster.admin, deadline: time.deadlineIn(remainingMs), sleep: time.sleep });
}

describe("manageTopics", () => {
  it("makes what is missing and waits until it is there", async () => {
    const cluster = fakeCluster();
    const { result, measurements } = await run(cluster, "create", { a: { partitions: 2 }, b: { partitions: 1 } });

    expect(result).toMatchObject({ topics: { a: { partitions: 2 }, b: { partitions: 1 } }, created: ["a", "b"] });
    expect(measurements).toEqual({ TopicsCreated: 2, TopicsChanged: 0, TopicsDeleted: 0 });
    expect(cluster.calls).toEqual(["describe", "create", "describe"]);
  });

  it("counts a topic that changes twice once", async () => {
    const cluster = fakeCluster({ a: { partitions: 1, ready: 1, ownConfigs: {} } });
    const { measurements } = await run(cluster, "update", { a: { partitions: 2, configs: { "retention.ms": "1" } } });

    expect(measurements).toMatchObject({ TopicsChanged: 1 });
  });

  it.each(["LEADER_NOT_AVAILABLE", "UNKNOWN_TOPIC_OR_PARTITION", "NOT_CONTROLLER"])(
    "tries again while the cluster answers %s",
    async (type) => {
      const cluster = fakeCluster();
      cluster.fail("create", type);
      cluster.fail("describe", type);

      await expect(run(cluster, "create", { a: { partitions: 2 } })).resolves.toMatchObject({
        result: { created: ["a"] },
      });
    },
  );

  it("does not repeat a request that was carried out although its answer got lost", async () => {
    const cluster = fakeCluster({ a: { partitions: 1, ready: 1, ownConfigs: {} } });
    cluster.fail("grow", "REQUEST_TIMED_OUT", true);

    await expect(run(cluster, "update", { a: { partitions: 4 } })).resolves.toMatchObject({ result: { grown: ["a"] } });
    expect(cluster.calls.filter((name) => name === "grow")).toHaveLength(1);
  });

  it("gives up with the reason when no leader is found before the function's time-out", async () => {
    const cluster = fakeCluster({ a: { partitions: 3, ready: 1, ownConfigs: {} } });

    await expect(run(cluster, "create", { a: { partitions: 3 } }, undefined, 5_000)).rejects.toThrow(
      "Topic a: 1 of 3 partitions have a leader",
    );
  });

  it("does not try again what cannot succeed", async () => {
    const cluster = fakeCluster();
    cluster.fail("create", "INVALID_CONFIG");

    await expect(run(cluster, "create", { a: { partitions: 2 } })).rejects.toThrow("INVALID_CONFIG");
    expect(cluster.calls).toEqual(["describe", "create"]);
  });

  it("removes what the input dropped, and deletes what is there", async () => {
    const existing = { partitions: 1, ready: 1, ownConfigs: {} };
    const cluster = fakeCluster({ a: existing, b: existing, foreign: existing });

    const update = await run(cluster, "update", { a: { partitions: 1 } }, { a: {}, b: {} });
    const deletion = await run(cluster, "delete", { a: { partitions: 1 }, gone: { partitions: 1 } });

    expect(update.result.removed).toEqual(["b"]);
    expect(deletion).toMatchObject({ result: { topics: {}, removed: ["a"] }, measurements: { TopicsDeleted: 1 } });
    expect([...cluster.topics.keys()]).toEqual(["foreign"]);
  });

  it("does nothing when there are no topics", async () => {
    const cluster = fakeCluster();
    await run(cluster, "create", {});
    expect(cluster.calls).toEqual([]);
  });
});
