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
  ])("is refused with %s", (_, topics, problem) => expect(() => readTopicsEvent(event(topics))).toThrow(problem));

  it("is refused when Terraform did not send it", () => {
    expect(() => readTopicsEvent({ topics: {} })).toThrow(/tf: /);
    expect(() => readTopicsEvent(event({}, { action: "read" }))).toThrow(/tf → action/);
  });
});
