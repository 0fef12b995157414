import { readRequest } from "../../../../handlers/consumer/event";
import { consumer } from "../../../../handlers/consumer/function";
import { readSettings } from "../../../../handlers/shared/settings";

describe("the consumer's event", () => {
  it("asks for the newest ten records of each partition when it is empty, or a schedule's", () => {
    const newest = { from: { last: 10 }, limit: 100, wait_seconds: 10 };
    expect(readRequest({})).toEqual(newest);
    expect(readRequest(undefined)).toEqual(newest);
    expect(readRequest({ version: "0", "detail-type": "Scheduled Event" })).toEqual(newest);
  });

  it("takes offsets as text, which holds all 64 bits, or as numbers", () => {
    expect(readRequest({ from: { offsets: { "0": "9007199254740993", "1": 5 } } }).from).toEqual({
      offsets: { "0": 9_007_199_254_740_993n, "1": 5n },
    });
  });

  it.each([
    ["an unknown position", { from: "yesterday" }, /from: expected "earliest", "latest"/],
    ["two positions", { from: { last: 1, timestamp: 2 } }, /from: expected/],
    ["a negative offset", { from: { offsets: { "0": -1 } } }, /from/],
    ["a limit beyond what an answer holds", { limit: 1_000_000 }, /limit: .*5000/],
    ["a wait that outlasts the function", { from: "latest", wait_seconds: 60 }, /wait_seconds: .*45/],
    ["a topic's name that Kafka refuses", { topic: "a b" }, /topic: expected 1 to 249/],
    ["something else", "earliest", /event: /],
  ])("is refused with %s", (_, event, problem) => expect(() => readRequest(event)).toThrow(problem));
});

describe("the consumer's settings", () => {
  it("refuse a group that MSK would report no lag for", () => {
    const env = {
      KAFKA_BOOTSTRAP_BROKERS: "b:9098",
      AWS_REGION: "us-east-1",
      OUTPUT_TOPIC: "t",
      CONSUMER_GROUP: "a:b",
    };
    expect(() => readSettings(consumer.settings, env)).toThrow(/CONSUMER_GROUP is "a:b": expected a name without ":"/);
  });
});
