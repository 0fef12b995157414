import fc from "fast-check";
import type { TopicsRequest } from "../../../../handlers/create-topics/event";
import { type ExistingTopic, planTopics } from "../../../../handlers/create-topics/plan";

const topic = (partitions: number, ownConfigs: Record<string, string> = {}): ExistingTopic => ({
  partitions,
  ready: partitions,
  ownConfigs,
});
const wanted = (name: string, partitions: number, configs: Record<string, string> = {}) => ({
  name,
  partitions,
  configs,
});
const request = (overrides: Partial<TopicsRequest>): TopicsRequest => ({
  action: "update",
  topics: [],
  previous: new Map(),
  ...overrides,
});
const nothing = { create: [], grow: [], configure: [], remove: [] };

describe("planTopics", () => {
  it("creates what is missing and leaves what is right", () => {
    const topics = [wanted("new", 3), wanted("there", 2, { "retention.ms": "1" })];
    const existing = new Map([["there", topic(2, { "retention.ms": "1" })]]);

    expect(planTopics(request({ topics }), existing)).toEqual({ ...nothing, create: [topics[0]] });
  });

  it("grows partitions", () => {
    const plan = planTopics(request({ topics: [wanted("t", 5)] }), new Map([["t", topic(2)]]));
    expect(plan).toEqual({ ...nothing, grow: [{ name: "t", partitions: 5 }] });
  });

  it("names all configurations of a topic when one changes, for Kafka resets the others", () => {
    const existing = new Map([["t", topic(1, { "retention.ms": "1", "segment.bytes": "9" })]]);
    const plan = planTopics(request({ topics: [wanted("t", 1, { "retention.ms": "2" })] }), existing);

    expect(plan.configure).toEqual([{ name: "t", configs: { "retention.ms": "2", "segment.bytes": "9" } }]);
  });

  it("drops a configuration that the previous input set, and keeps one that somebody else did", () => {
    const existing = new Map([["t", topic(1, { "retention.ms": "1", "compression.type": "zstd" })]]);
    const previous = new Map([["t", new Set(["retention.ms"])]]);

    expect(planTopics(request({ topics: [wanted("t", 1)], previous }), existing).configure).toEqual([
      { name: "t", configs: { "compression.type": "zstd" } },
    ]);
  });

  it("removes topics of the previous input only", () => {
    const existing = new Map([
      ["dropped", topic(1)],
      ["foreign", topic(1)],
    ]);
    const previous = new Map([
      ["dropped", new Set<string>()],
      ["gone", new Set<string>()],
    ]);

    expect(planTopics(request({ previous }), existing)).toEqual({ ...nothing, remove: ["dropped"] });
  });

  it("deletes the topics that are still there", () => {
    const topics = [wanted("t", 9), wanted("gone", 1)];
    expect(planTopics(request({ action: "delete", topics }), new Map([["t", topic(1)]]))).toEqual({
      ...nothing,
      remove: ["t"],
    });
  });

  it("refuses everything that Kafka cannot do at once, whatever else could be done", () => {
    const topics = [wanted("new", 1), wanted("a", 2), wanted("b", 1, { "cleanup.policy": "compact" })];
    const plan = () =>
      planTopics(
        request({ topics }),
        new Map([
          ["a", topic(6)],
          ["b", topic(1)],
        ]),
      );

    expect(plan).toThrow(/a: has 6 partitions, asked for 2.*ask for at least 6/);
    expect(plan).toThrow(/b: has cleanup.policy "delete", asked for "compact"/);
  });

  it("has nothing left to do after it was carried out", () => {
    const configs = fc.dictionary(
      fc.constantFrom("retention.ms", "compression.type", "retention.bytes"),
      fc.constantFrom("1", "2"),
    );
    const names = fc.constantFrom("a", "b", "c");
    const topics = fc.uniqueArray(fc.record({ name: names, partitions: fc.integer({ min: 5, max: 9 }), configs }), {
      selector: ({ name }) => name,
    });
    const existing = fc.dictionary(names, fc.tuple(fc.integer({ min: 1, max: 5 }), configs));
    fc.assert(
      fc.property(topics, existing, fc.array(names), (asked, there, before) => {
        const cluster = new Map(Object.entries(there).map(([name, [count, own]]) => [name, topic(count, own)]));
        const event = request({
          topics: asked,
          previous: new Map(before.map((name) => [name, new Set(["retention.ms"])])),
        });

        const plan = planTopics(event, cluster);
        for (const { name, partitions, configs: own } of plan.create) cluster.set(name, topic(partitions, { ...own }));
        for (const { name, partitions } of plan.grow) cluster.set(name, { ...cluster.get(name)!, partitions });
        for (const { name, configs: own } of plan.configure)
          cluster.set(name, { ...cluster.get(name)!, ownConfigs: own });
        for (const name of plan.remove) cluster.delete(name);

        expect(planTopics(event, cluster)).toEqual(nothing);
        for (const { name, partitions, configs: own } of asked)
          expect(cluster.get(name)).toMatchObject({ partitions, ownConfigs: own });
      }),
    );
  });
});
