import { manageTopics } from "../../../../handlers/create-topics/core";
import { readTopicsEvent } from "../../../../handlers/create-topics/event";
import { fakeTime } from "../support";
import { type FakeCluster, fakeCluster } from "./support";

const there = { partitions: 1, ready: 1, ownConfigs: {} };

function run(cluster: FakeCluster, action: string, topics: unknown, previous?: unknown, remainingMs = 60_000) {
  const time = fakeTime();
  const request = readTopicsEvent({ topics, tf: { action, prev_input: previous && { topics: previous } } });
  return manageTopics(request, { ...cluster, deadline: time.deadlineIn(remainingMs), sleep: time.sleep });
}

describe("manageTopics", () => {
  it("makes what is missing and waits until it is there", async () => {
    const cluster = fakeCluster();
    const { result, measurements } = await run(cluster, "create", {
      a: { partitions: 2, configs: { "retention.ms": "1" } },
      b: { partitions: 1 },
    });

    expect(result).toMatchObject({
      topics: { a: { partitions: 2, configs: { "retention.ms": "1" } }, b: { partitions: 1, configs: {} } },
      created: ["a", "b"],
    });
    expect(measurements).toEqual({ TopicsCreated: 2, TopicsChanged: 0, TopicsDeleted: 0 });
    expect(cluster.calls).toEqual(["connect", "describe", "create", "describe"]);
  });

  it("counts a topic that changes twice once", async () => {
    const cluster = fakeCluster({ a: there });
    const { measurements } = await run(cluster, "update", { a: { partitions: 2, configs: { "retention.ms": "1" } } });

    expect(measurements).toMatchObject({ TopicsChanged: 1 });
  });

  it("does not repeat a request that was carried out although its answer got lost", async () => {
    const cluster = fakeCluster({ a: there });
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

    await expect(run(cluster, "create", { a: { partitions: 2 } })).rejects.toThrow(/^INVALID_CONFIG$/);
    expect(cluster.calls).toEqual(["connect", "describe", "create"]);
  });

  it("finishes a change that failed, without the lifecycle of the one that failed", async () => {
    const cluster = fakeCluster({ a: { ...there, ownConfigs: { "retention.ms": "1", "segment.bytes": "9" } } });
    const request = readTopicsEvent({
      topics: { a: { partitions: 3 } },
      previous_topics: { a: { partitions: 1, configs: { "retention.ms": "1" } } },
    });
    const time = fakeTime();
    const { result } = await manageTopics(request, {
      ...cluster,
      deadline: time.deadlineIn(60_000),
      sleep: time.sleep,
    });

    expect(result).toMatchObject({ topics: { a: { partitions: 3 } }, grown: ["a"], configured: ["a"], left: [] });
    expect(cluster.topics.get("a")).toEqual({ partitions: 3, ready: 3, ownConfigs: { "segment.bytes": "9" } });
  });

  it("asks no cluster when there are no topics", async () => {
    const cluster = fakeCluster();
    await run(cluster, "create", {});
    expect(cluster.calls).toEqual([]);
  });
});
