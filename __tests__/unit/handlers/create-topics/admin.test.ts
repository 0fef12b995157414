import { kafkaTopicAdmin } from "../../../../handlers/create-topics/admin";
import type { Admin } from "../../../../handlers/shared/kafka";
import { fakeTime } from "../support";

const problem = (topic: string, type: string) => Object.assign(new Error(type), { topic, type });
const several = (...errors: Error[]) => Object.assign(new Error("Topic creation errors"), { errors });
const topics = ["a", "b"].map((name) => ({ name, partitions: 1, configs: {} }));

const over = (methods: Partial<Record<keyof Admin, unknown>>) => kafkaTopicAdmin(methods as unknown as Admin, 1_000);

describe("kafkaTopicAdmin", () => {
  it("asks for the broker's replication and does not wait itself", async () => {
    const createTopics = jest.fn(async () => true);
    await over({ createTopics }).create([{ name: "a", partitions: 3, configs: { "retention.ms": "1" } }]);

    expect(createTopics).toHaveBeenCalledWith({
      topics: [
        { topic: "a", numPartitions: 3, replicationFactor: -1, configEntries: [{ name: "retention.ms", value: "1" }] },
      ],
      waitForLeaders: false,
      timeout: 1_000,
    });
  });

  it("takes topics that exist for created, all of them or some", async () => {
    await over({ createTopics: async () => false }).create(topics);
    await over({ createTopics: () => Promise.reject(several(problem("a", "TOPIC_ALREADY_EXISTS"))) }).create(topics);
  });

  it("says which topic was refused and why, also together with one that exists", async () => {
    const error = several(problem("a", "TOPIC_ALREADY_EXISTS"), problem("b", "INVALID_CONFIG"));
    const creation = over({ createTopics: () => Promise.reject(error) }).create(topics);

    await expect(creation).rejects.toMatchObject({ message: "b: INVALID_CONFIG", type: "INVALID_CONFIG" });
  });

  it("sets and resets the configurations that are named", async () => {
    const alterConfigs = jest.fn(async () => undefined);
    await over({ alterConfigs }).configure([{ name: "a", set: { "retention.ms": "1" }, unset: ["retention.bytes"] }]);

    expect(alterConfigs).toHaveBeenCalledWith({
      validateOnly: false,
      resources: [
        {
          type: 2,
          name: "a",
          configEntries: [
            { name: "retention.ms", value: "1", operation: "set" },
            { name: "retention.bytes", value: "", operation: "reset" },
          ],
        },
      ],
    });
  });

  it("counts the records of all partitions", async () => {
    const fetchTopicOffsets = async () => [
      { partition: 1, low: "5", high: "9007199254740998" },
      { partition: 0, low: "7", high: "7" },
    ];
    await expect(over({ fetchTopicOffsets }).countRecords(["a"])).resolves.toEqual(new Map([["a", 9007199254740993n]]));
  });

  it("takes a topic for missing when the cluster knows none of that name, and only then", async () => {
    const answers = (answer: () => unknown) => over({ describeConfigs: async () => answer() }).assertMissing(["a"]);
    const refuse = (type: string) => () => {
      throw problem("", type);
    };

    await expect(answers(refuse("UNKNOWN_TOPIC_OR_PARTITION"))).resolves.toBeUndefined();
    await expect(answers(refuse("TOPIC_AUTHORIZATION_FAILED"))).rejects.toMatchObject({
      message: "a: TOPIC_AUTHORIZATION_FAILED",
      type: "TOPIC_AUTHORIZATION_FAILED",
    });
    await expect(answers(() => ({ resources: [{ configEntries: [{}] }] }))).rejects.toThrow(/a is there/);
  });

  it("takes a topic that is gone for deleted, and nothing else", async () => {
    const refuse = (type: string) => over({ deleteTopics: () => Promise.reject(problem("a", type)) }).remove(["a"]);

    await expect(refuse("UNKNOWN_TOPIC_OR_PARTITION")).resolves.toBeUndefined();
    await expect(refuse("TOPIC_AUTHORIZATION_FAILED")).rejects.toThrow("TOPIC_AUTHORIZATION_FAILED");
  });

  it("makes no more than two management requests a second", async () => {
    const { now, sleep } = fakeTime(0);
    const times: number[] = [];
    const kafka = { deleteTopics: async () => void times.push(now()) } as unknown as Admin;
    const admin = kafkaTopicAdmin(kafka, 1_000, sleep);
    await Promise.all([admin.remove(["a"]), admin.remove(["b"]), admin.remove(["c"])]);

    expect(times).toEqual([0, 500, 1_000]);
  });

  it("describes only topics that exist, with the configurations set on them", async () => {
    const describeConfigs = jest.fn(async () => ({
      resources: [
        {
          resourceName: "a",
          configEntries: [
            { configName: "retention.ms", configValue: "1", configSource: 1 },
            { configName: "segment.bytes", configValue: "2", configSource: 5 },
          ],
        },
      ],
    }));
    const partitions = [{ leader: 1 }, { leader: -1 }];
    const admin = over({
      listTopics: async () => ["a", "foreign"],
      fetchTopicMetadata: async () => ({ topics: [{ name: "a", partitions }] }),
      describeConfigs,
    });

    await expect(admin.describe(["a", "missing"])).resolves.toEqual(
      new Map([["a", { partitions: 2, ready: 1, ownConfigs: { "retention.ms": "1" } }]]),
    );
  });
});
