import { manageTopics } from "../../../../handlers/create-topics/core";
import { readTopicsEvent } from "../../../../handlers/create-topics/event";
import { explainKafkaError } from "../../../../handlers/shared/kafka-error";
import { fakeTime } from "../support";
import { type FakeCluster, fakeCluster, kafkaError } from "./support";

const named = (name: string) => Object.assign(new Error(`${name} happened`), { name });
const wrapped = (cause: Error) =>
  Object.assign(new Error("gave up"), { name: "KafkaJSNumberOfRetriesExceeded", cause });

function create(cluster: FakeCluster, remainingMs = 300_000) {
  const time = fakeTime();
  const request = readTopicsEvent({ topics: { a: { partitions: 2 } }, tf: { action: "create" } });
  const work = manageTopics(request, { ...cluster, deadline: time.deadlineIn(remainingMs), sleep: time.sleep });
  return { work, waitedMs: () => time.slept.reduce((sum, ms) => sum + ms, 0) };
}

describe("what may pass", () => {
  it.each([
    "LEADER_NOT_AVAILABLE",
    "UNKNOWN_TOPIC_OR_PARTITION",
    "NOT_CONTROLLER",
    "TOPIC_AUTHORIZATION_FAILED",
    "GROUP_AUTHORIZATION_FAILED",
    "CLUSTER_AUTHORIZATION_FAILED",
  ])("is tried again when a request is answered with %s", async (type) => {
    const cluster = fakeCluster();
    cluster.fail("describe", type);
    cluster.fail("create", type);

    await expect(create(cluster).work).resolves.toMatchObject({ result: { created: ["a"] } });
    expect(cluster.calls.filter((call) => call === "connect")).toHaveLength(3);
  });

  it.each([
    ["no broker listens", named("KafkaJSConnectionError")],
    ["a broker hangs up", named("KafkaJSConnectionClosedError")],
    ["a token is refused", named("KafkaJSSASLAuthenticationError")],
    ["a broker does not answer", named("KafkaJSRequestTimeoutError")],
    ["kafkajs gives up itself", wrapped(named("KafkaJSConnectionError"))],
  ])("is tried again when %s", async (_, error) => {
    const cluster = fakeCluster();
    cluster.fail("connect", error);
    cluster.fail("create", error);

    await expect(create(cluster).work).resolves.toMatchObject({ result: { created: ["a"] } });
  });

  it("is tried for three minutes, connecting and working together, and the last error is reported with what to do", async () => {
    const cluster = fakeCluster();
    for (let attempt = 0; attempt < 10; attempt++) cluster.fail("connect", named("KafkaJSConnectionError"));
    cluster.failAlways("create", kafkaError("TOPIC_AUTHORIZATION_FAILED"));
    const { work, waitedMs } = create(cluster);

    const error = await work.catch((reason: unknown) => explainKafkaError("Managing the topics", reason) as Error);
    expect(error).toMatchObject({
      message: expect.stringMatching(
        /^Managing the topics failed: tried \d+ times in 1[78]\d s, and at last: TOPIC_AUTHORIZATION_FAILED\. What to do: let the function's role/,
      ),
    });
    expect(waitedMs()).toBeGreaterThan(170_000);
    expect(waitedMs()).toBeLessThanOrEqual(180_000);
  });

  it("is tried until the function's own time-out where that comes first", async () => {
    const cluster = fakeCluster();
    cluster.failAlways("connect", named("KafkaJSConnectionError"));
    const { work, waitedMs } = create(cluster, 20_000);

    await expect(work).rejects.toThrow(/and at last: KafkaJSConnectionError happened/);
    expect(waitedMs()).toBeLessThanOrEqual(20_000);
  });

  it("does not hide the last error behind an attempt that hangs", async () => {
    const cluster = fakeCluster();
    cluster.fail("connect", named("KafkaJSConnectionError"));
    const hanging = {
      ...cluster,
      connect: () => (cluster.calls.length === 0 ? cluster.connect() : new Promise<never>(() => undefined)),
    };
    const { work } = create(hanging, 700);

    await expect(work).rejects.toThrow(/^tried 2 times in \d s, and at last: KafkaJSConnectionError happened$/);
  });
});
