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
  retiredTopics: [],
  deletion: "empty",
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

  it("names the configurations that change and no other: MSK Serverless refuses cleanup.policy, even unchanged", () => {
    const own = { "retention.ms": "1", "segment.bytes": "9", "cleanup.policy": "compact" };
    const topics = [wanted("t", 1, { "retention.ms": "2", "cleanup.policy": "compact" })];
    const plan = planTopics(request({ topics }), new Map([["t", topic(1, own)]]));

    expect(plan.configure).toEqual([{ name: "t", set: { "retention.ms": "2" }, unset: [] }]);
  });

  it.each([
    ["asked for as the cluster has it by default", [wanted("t", 1, { "cleanup.policy": "delete" })], {}],
    ["asked for no longer", [wanted("t", 1)], { "cleanup.policy": "compact" }],
  ])("never touches a cleanup.policy that is %s", (_, topics, own: Record<string, string>) => {
    const previous = new Map([["t", new Set(["cleanup.policy"])]]);

    expect(planTopics(request({ topics, previous }), new Map([["t", topic(1, own)]]))).toEqual(nothing);
  });

  it("resets a configuration that the previous input set, and keeps one that somebody else did", () => {
    const existing = new Map([["t", topic(1, { "retention.ms": "1", "compression.type": "zstd" })]]);
    const previous = new Map([["t", new Set(["retention.ms"])]]);

    expect(planTopics(request({ topics: [wanted("t", 1)], previous }), existing).configure).toEqual([
      { name: "t", set: {}, unset: ["retention.ms"] },
    ]);
  });

  it("removes topics that are named for it, and none that the input dropped", () => {
    const existing = new Map([
      ["dropped", topic(1)],
      ["retired", topic(1)],
    ]);
    const previous = new Map([...existing.keys()].map((name) => [name, new Set<string>()]));

    expect(planTopics(request({ previous, retiredTopics: ["retired", "gone"] }), existing)).toEqual({
      ...nothing,
      remove: ["retired"],
    });
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
        for (const { name, set, unset } of plan.configure) {
          const { ownConfigs, ...rest } = cluster.get(name)!;
          const kept = Object.entries(ownConfigs).filter(([key]) => !unset.includes(key));
          cluster.set(name, { ...rest, ownConfigs: { ...Object.fromEntries(kept), ...set } });
        }
        for (const name of plan.remove) cluster.delete(name);

        expect(planTopics(event, cluster)).toEqual(nothing);
        for (const { name, partitions, configs: own } of asked)
          expect(cluster.get(name)).toMatchObject({ partitions, ownConfigs: own });
      }),
    );
  });
});
