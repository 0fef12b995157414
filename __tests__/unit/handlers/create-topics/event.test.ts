import { readTopicsEvent } from "../../../../handlers/create-topics/event";

const event = (topics: unknown, tf: unknown = { action: "create", prev_input: null }) => ({ topics, tf });

describe("the event of create-topics", () => {
  it("has Terraform's action, the topics, and what the previous input managed", () => {
    const request = readTopicsEvent(
      event(
        { prices: { partitions: 3, configs: { "retention.ms": 3_600_000 } }, plain: { partitions: 1 } },
        { action: "update", prev_input: { topics: { old: { partitions: 1, configs: { "retention.ms": "1" } } } } },
      ),
    );

    expect(request.action).toBe("update");
    expect(request.topics).toEqual([
      { name: "prices", partitions: 3, configs: { "retention.ms": "3600000" } },
      { name: "plain", partitions: 1, configs: {} },
    ]);
    expect(request.previous).toEqual(new Map([["old", new Set(["retention.ms"])]]));
  });

  it.each([
    ["is null, as for a creation", null],
    ["is absent", undefined],
    ["has another shape, as an earlier version's", { names: ["old"] }],
  ])("manages nothing yet when the previous input %s", (_, prev_input) => {
    expect(readTopicsEvent(event({}, { action: "update", prev_input })).previous.size).toBe(0);
  });

  it.each([
    [
      "a configuration that MSK Serverless refuses",
      { t: { partitions: 1, configs: { "segment.bytes": "1" } } },
      /topics → t → configs → segment.bytes: MSK Serverless refuses .*retention\.ms/,
    ],
    [
      "messages beyond 8 MiB",
      { t: { partitions: 1, configs: { "max.message.bytes": "8388609" } } },
      /8388609 is more than 8388608/,
    ],
    ["no partitions", { t: { partitions: 0 } }, /topics → t → partitions/],
    ["a name that Kafka refuses", { "a b": { partitions: 1 } }, /topics → a b/],
    ["a name that Kafka keeps for itself", { __own: { partitions: 1 } }, /topics → __own/],
  ])("is refused with %s", (_, topics, problem) => expect(() => readTopicsEvent(event(topics))).toThrow(problem));

  it("has no lifecycle when it confirms, and names what was there before itself", () => {
    const request = readTopicsEvent({
      topics: { prices: { partitions: 3 } },
      deletion: "empty",
      retired_topics: ["old"],
      previous_topics: { prices: { partitions: 1, configs: { "retention.ms": "1" } } },
    });

    expect(request).toMatchObject({ action: "confirm", deletion: "empty", retiredTopics: ["old"] });
    expect(request.previous).toEqual(new Map([["prices", new Set(["retention.ms"])]]));
  });

  it("deletes nothing unless it says so", () => {
    expect(readTopicsEvent(event({}))).toMatchObject({ deletion: "never", retiredTopics: [] });
    expect(() => readTopicsEvent({ ...event({}), deletion: "yes" })).toThrow(/deletion: .*"never"/);
  });

  it("is refused when a topic is to be kept and deleted, or deleted where nothing may be", () => {
    const retiring = (deletion: string, wanted: unknown, action = "update") =>
      readTopicsEvent({ ...event(wanted, { action }), deletion, retired_topics: ["old"] });

    expect(() => retiring("empty", { old: { partitions: 1 } })).toThrow(/retired_topics: old is also in topics/);
    expect(() => retiring("never", {})).toThrow(/retired_topics: deletion is "never"/);
    expect(retiring("never", {}, "delete").retiredTopics).toEqual(["old"]);
  });

  it("is refused with another lifecycle than Terraform's", () => {
    expect(() => readTopicsEvent(event({}, { action: "read" }))).toThrow(/tf → action/);
  });
});
