import { manageTopics } from "../../../../handlers/create-topics/core";
import { readTopicsEvent } from "../../../../handlers/create-topics/event";
import { fakeTime } from "../support";
import { type FakeCluster, fakeCluster } from "./support";

const there = { partitions: 1, ready: 1, ownConfigs: {} };
const topics = { prices: { partitions: 1 }, gone: { partitions: 1 } };

function run(cluster: FakeCluster, event: Record<string, unknown>) {
  const time = fakeTime();
  return manageTopics(readTopicsEvent(event), { ...cluster, deadline: time.deadlineIn(300_000), sleep: time.sleep });
}

const destroy = (cluster: FakeCluster, deletion?: string) =>
  run(cluster, { topics, deletion, tf: { action: "delete", prev_input: { topics } } });

const update = (cluster: FakeCluster, more: Record<string, unknown>) =>
  run(cluster, {
    topics: { prices: { partitions: 1 } },
    tf: { action: "update", prev_input: { topics: { prices: {}, old: {} } } },
    ...more,
  });

describe("a destroy, and the deletion that a replacement begins with", () => {
  it.each(["never", undefined])(
    "with deletion %p leaves the topics, says so, and does not need Kafka",
    async (deletion) => {
      const cluster = fakeCluster({ prices: there });

      expect((await destroy(cluster, deletion)).result).toMatchObject({ removed: [], left: ["prices", "gone"] });
      expect(cluster.calls).toEqual([]);
    },
  );

  it('with deletion "empty" deletes topics that hold no records, and takes those that are gone for deleted', async () => {
    const cluster = fakeCluster({ prices: there, foreign: there });

    expect(await destroy(cluster, "empty")).toMatchObject({
      result: { topics: {}, removed: ["prices"], left: [] },
      measurements: { TopicsDeleted: 1 },
    });
    expect([...cluster.topics.keys()]).toEqual(["foreign"]);
  });

  it('with deletion "empty" is refused while one topic holds records, and deletes none', async () => {
    const cluster = fakeCluster({ prices: there, gone: there });
    cluster.records.set("prices", 1_234n);

    await expect(destroy(cluster, "empty")).rejects.toThrow(
      'No topic was changed, because deletion is "empty" and topic prices holds 1234 records. ' +
        'What to do: to delete topics with their records, set deletion to "always" and apply, then destroy. ' +
        'To keep them, as when the function is renamed or replaced, set deletion to "never" and apply, then repeat the change',
    );
    expect([...cluster.topics.keys()]).toEqual(["prices", "gone"]);
  });

  it('with deletion "always" deletes topics with their records', async () => {
    const cluster = fakeCluster({ prices: there });
    cluster.records.set("prices", 1n);

    expect((await destroy(cluster, "always")).result.removed).toEqual(["prices"]);
    expect(cluster.calls).not.toContain("countRecords");
  });
});

describe("an update", () => {
  it.each(["never", "empty", "always"])(
    "with deletion %p leaves a topic that the input dropped, and says so",
    async (deletion) => {
      const cluster = fakeCluster({ prices: there, old: there });

      expect((await update(cluster, { deletion })).result).toMatchObject({ removed: [], left: ["old"] });
      expect([...cluster.topics.keys()]).toEqual(["prices", "old"]);
    },
  );

  it("deletes a topic that is named for it and holds no records", async () => {
    const cluster = fakeCluster({ prices: there, old: there });

    const { result } = await update(cluster, { deletion: "empty", retired_topics: ["old"] });
    expect(result).toMatchObject({ removed: ["old"], left: [] });
  });

  it("refuses to delete one that holds records before it changes anything", async () => {
    const cluster = fakeCluster({ old: there });
    cluster.records.set("old", 1n);

    await expect(update(cluster, { deletion: "empty", retired_topics: ["old"] })).rejects.toThrow(
      /topic old holds 1 record\. What to do: wait until retention/,
    );
    expect([...cluster.topics.keys()]).toEqual(["old"]);
  });

  it("does not take a topic for gone that it may not see yet", async () => {
    const cluster = fakeCluster({ prices: there, old: there });
    cluster.records.set("old", 1n);
    cluster.hidden.add("old");

    const refused = update(cluster, { deletion: "empty", retired_topics: ["old"] });
    await expect(refused).rejects.toThrow(/tried \d+ times in 1[78]\d s, and at last: TOPIC_AUTHORIZATION_FAILED/);
  });
});
