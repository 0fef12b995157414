import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningBroker, startBroker } from "../../../local/platform/broker";
import { TerraformError } from "../../../terraform-cli/run";
import { type RunningFunction, startFunction } from "../handlers/lambda-runtime";
import { lambdaService } from "./kafka-topics/lambda-service";
import { TopicsCluster } from "./kafka-topics/topics-cluster";
import { type TopicsInputs, TopicsRoot } from "./kafka-topics/topics-root";

/** The function's own limit where its role may not connect: on AWS it would try for three minutes. */
const DENIED_MS = 6_000;

let directory: string;
let broker: RunningBroker;
let cluster: TopicsCluster;
let allowed: RunningFunction;
let denied: RunningFunction;
let service: Awaited<ReturnType<typeof lambdaService>>;
/** Whether the function's role may reach the cluster, as after a change of its policy. */
let mayConnect = true;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "topics-"));
  broker = await startBroker({ dir: join(directory, "broker") });
  cluster = new TopicsCluster(broker.bootstrap);
  const start = (secret: string) =>
    startFunction("create-topics", join(directory, secret), {
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: secret,
      KAFKA_BOOTSTRAP_BROKERS: broker.bootstrapIam,
      NODE_EXTRA_CA_CERTS: broker.tls.caBundle,
    });
  [allowed, denied] = await Promise.all([start("test"), start("wrong")]);
  const createTopics = (event: unknown) =>
    mayConnect ? allowed.invoke(event) : denied.invoke(event, { timeoutMs: DENIED_MS });
  service = await lambdaService({
    "create-topics": createTopics,
    "create-topics-v2": createTopics,
    "other-function": async () => ({ topics: {} }),
  });
}, 300_000);

afterAll(async () => {
  await service?.stop();
  await Promise.all([allowed?.stop(), denied?.stop()]);
  await broker?.stop();
  rmSync(directory, { recursive: true, force: true });
}, 60_000);

beforeEach(() => {
  mayConnect = true;
  service.since();
});

const rootOf = (inputs: TopicsInputs) =>
  TopicsRoot.initialized(mkdtempSync(join(directory, "root-")), service.url, inputs);

/** Terraform's error in one line, however it is wrapped. */
async function refusal(work: Promise<void>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof TerraformError) return error.stderr.replace(/\s+/g, " ");
    throw error;
  }
  throw new Error("Terraform has not refused it");
}

test("applying makes the topics, and the next plan is empty", async () => {
  const inputs = {
    function_name: "create-topics",
    topics: { made: { partitions: 3, configs: { "retention.ms": "3600000" } }, "made.too": { partitions: 1 } },
  };
  const root = await rootOf(inputs);
  await root.apply(inputs);

  expect(await cluster.ends("made")).toEqual([0, 0, 0]);
  expect(await cluster.config("made", "retention.ms")).toBe("3600000");
  expect(await cluster.ends("made.too")).toEqual([0]);
  expect(service.since()).toEqual(["create", "confirm"]);
  expect(await root.plan(inputs)).toEqual([]);
  expect(service.since()).toEqual([]);
});

test("an update that failed is in the next plan, and applying again finishes it without replacing what deletes topics", async () => {
  const inputs = (partitions: number): TopicsInputs => ({
    function_name: "create-topics",
    topics: { grown: { partitions } },
    deletion: "always",
  });
  const root = await rootOf(inputs(3));
  await root.apply(inputs(3));
  await cluster.send("grown", 1);
  mayConnect = false;
  service.since();

  expect(await refusal(root.apply(inputs(6)))).toContain("Managing the topics ");
  expect(service.since()).toEqual(["update"]);
  expect(await cluster.ends("grown")).toEqual([0, 0, 1]);
  mayConnect = true;
  expect(await root.plan(inputs(6))).toEqual(["create confirmed"]);
  await root.apply(inputs(6));
  expect(service.since()).toEqual(["confirm"]);
  expect(await cluster.ends("grown")).toEqual([0, 0, 0, 0, 0, 1]);
  expect(await root.plan(inputs(6))).toEqual([]);
});

test("a creation that failed is repeated, and an answer of another function is not taken for done", async () => {
  const inputs = { function_name: "create-topics", topics: { late: { partitions: 2 } } };
  const root = await rootOf(inputs);
  mayConnect = false;
  expect(await refusal(root.apply(inputs))).toContain("Managing the topics ");
  mayConnect = true;

  const other = { ...inputs, function_name: "other-function" };
  expect(await refusal(root.apply(other))).toContain("function_name must be that of create-topics, of this version");
  expect(await cluster.names()).not.toContain("late");
  await root.apply(inputs);
  expect(await cluster.ends("late")).toEqual([0, 0]);
  expect(await root.plan(inputs)).toEqual([]);
});

test("a topic that leaves the map stays, and goes once it is retired and holds no record", async () => {
  const before: TopicsInputs = {
    function_name: "create-topics",
    topics: { kept: { partitions: 1 }, old: { partitions: 1 } },
    deletion: "empty",
  };
  const left = { ...before, topics: { kept: { partitions: 1 } } };
  const retired = { ...left, retired_topics: ["old"] };
  const root = await rootOf(before);
  await root.apply(before);
  await cluster.send("old", 2);

  await root.apply(left);
  expect(await cluster.names()).toContain("old");
  expect(await refusal(root.apply(retired))).toContain("topic old holds 2 records");
  expect(await cluster.names()).toContain("old");
  await cluster.empty("old");
  expect(await root.plan(retired)).toEqual(["create confirmed"]);
  await root.apply(retired);
  expect(await cluster.names()).not.toContain("old");
  expect(await cluster.names()).toContain("kept");
  expect(await root.plan(retired)).toEqual([]);
});

describe("destroying topics with records", () => {
  const inputs = (name: string, deletion: TopicsInputs["deletion"]): TopicsInputs => ({
    function_name: "create-topics",
    topics: { [name]: { partitions: 1 } },
    deletion,
  });

  test("is refused with empty, also by another function's name, until they are empty", async () => {
    const topics = inputs("refused", "empty");
    const root = await rootOf(topics);
    await root.apply(topics);
    await cluster.send("refused", 1);

    expect(await refusal(root.destroy())).toMatch(/topic refused holds 1 record\. What to do: /);
    expect(root.stored()).toContain("this");
    const renamed = { ...topics, function_name: "create-topics-v2" };
    expect(await refusal(root.apply(renamed))).toContain("topic refused holds 1 record");
    expect(await cluster.names()).toContain("refused");
    await cluster.empty("refused");
    await root.apply(topics);
    await root.destroy();
    expect(await cluster.names()).not.toContain("refused");
    expect(root.stored()).toEqual([]);
  });

  test("leaves them with never, also by another function's name", async () => {
    const topics = inputs("stays", "never");
    const root = await rootOf(topics);
    await root.apply(topics);
    await cluster.send("stays", 1);
    service.since();

    const renamed = { ...topics, function_name: "create-topics-v2" };
    await root.apply(renamed);
    expect(service.since()).toEqual(["delete", "create", "confirm"]);
    await root.destroy();
    expect(root.stored()).toEqual([]);
    expect(await cluster.ends("stays")).toEqual([1]);
  });

  test("deletes them with always", async () => {
    const topics = inputs("goes", "always");
    const root = await rootOf(topics);
    await root.apply(topics);
    await cluster.send("goes", 1);

    await root.destroy();
    expect(await cluster.names()).not.toContain("goes");
  });
});
