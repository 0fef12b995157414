import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateAuthTokenFromCredentialsProvider } from "aws-msk-iam-sasl-signer-js";
import { Kafka, logLevel } from "kafkajs";
import { type RunningBroker, startBroker } from "../../../../local/platform/broker";

let dir: string;
let broker: RunningBroker;
let ca: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "broker-"));
  broker = await startBroker({ dir });
  ca = await readFile(broker.tls.caBundle, "utf8");
}, 240_000);

afterAll(async () => {
  await broker?.stop();
  await rm(dir, { recursive: true, force: true });
});

async function tokenOf(accessKeyId: string, secretAccessKey: string, region = "us-east-1"): Promise<string> {
  const awsCredentialsProvider = async () => ({ accessKeyId, secretAccessKey });
  return (await generateAuthTokenFromCredentialsProvider({ region, awsCredentialsProvider })).token;
}

/** Changes one query parameter of a token's presigned URL. */
function tampered(token: string, parameter: string, change: (value: string) => string): string {
  const url = new URL(Buffer.from(token, "base64url").toString());
  url.searchParams.set(parameter, change(url.searchParams.get(parameter) ?? ""));
  return Buffer.from(url.toString()).toString("base64url");
}

async function connectWith(token: string): Promise<string[]> {
  const kafka = new Kafka({
    brokers: [broker.bootstrapIam],
    ssl: { ca: [ca] },
    sasl: { mechanism: "oauthbearer", oauthBearerProvider: async () => ({ value: token }) },
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
}

describe("the IAM listener", () => {
  it.each(["test", "000000000000"])("accepts a token signed by access key %s", async (accessKey) => {
    await expect(connectWith(await tokenOf(accessKey, "test"))).resolves.toEqual([]);
  });

  it.each([
    ["signed with a wrong secret", async () => tokenOf("test", "wrong"), "the signature does not match"],
    ["of an unknown access key", async () => tokenOf("AKIDEXAMPLE", "test"), "unknown access key"],
    ["signed for another region", async () => tokenOf("test", "test", "eu-west-1"), "X-Amz-Credential's scope"],
    [
      "with its action changed",
      async () => tampered(await tokenOf("test", "test"), "Action", () => "kafka-cluster:Describe"),
      "Action is kafka-cluster:Describe",
    ],
    [
      "signed for another service",
      async () =>
        tampered(await tokenOf("test", "test"), "X-Amz-Credential", (it) => it.replace("kafka-cluster", "s3")),
      "X-Amz-Credential's scope",
    ],
    [
      "with its validity stretched",
      async () => tampered(await tokenOf("test", "test"), "X-Amz-Expires", () => "899"),
      "the signature does not match",
    ],
    [
      "that has expired",
      async () => tampered(await tokenOf("test", "test"), "X-Amz-Date", () => "20240101T000000Z"),
      "the token expired at",
    ],
    [
      "from the future",
      async () => tampered(await tokenOf("test", "test"), "X-Amz-Date", () => "29990101T000000Z"),
      "signed in the future",
    ],
    ["that is no URL", async () => Buffer.from("hello").toString("base64url"), "not a presigned URL"],
  ])("refuses a token %s and says why in its log", async (_case, token, reason) => {
    const before = (await readFile(broker.logFile, "utf8")).length;
    await expect(connectWith(await token())).rejects.toThrow();
    expect((await readFile(broker.logFile, "utf8")).slice(before)).toContain(reason);
  });

  it("is not trusted without its certificate", async () => {
    const kafka = new Kafka({
      brokers: [broker.bootstrapIam],
      ssl: true,
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
    });
    const admin = kafka.admin();
    await expect(admin.connect()).rejects.toThrow(/self.signed/i);
    await admin.disconnect();
  });
});

describe("the broker", () => {
  it("makes no topic by itself, as MSK does not", async () => {
    const producer = new Kafka({
      brokers: [broker.bootstrap],
      logLevel: logLevel.NOTHING,
      retry: { retries: 0 },
    }).producer();
    await producer.connect();
    await expect(producer.send({ topic: "absent", messages: [{ value: "x" }] })).rejects.toThrow();
    await producer.disconnect();
  });

  it("continues with its data after a restart in the same directory", async () => {
    const plain = () => new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING }).admin();
    let admin = plain();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: "kept", numPartitions: 2 }], waitForLeaders: true });
    await admin.disconnect();
    await broker.stop();
    broker = await startBroker({ dir });
    admin = plain();
    await admin.connect();
    expect(await admin.listTopics()).toContain("kept");
    await admin.disconnect();
  });
});
