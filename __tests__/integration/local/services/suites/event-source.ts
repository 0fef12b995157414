import { setTimeout as delay } from "node:timers/promises";
import { Kafka, logLevel } from "kafkajs";
import { ZipFile } from "yazl";
import { S3 } from "../../../../../local/services/emulator/s3";
import { createBucket, listKeys } from "../resources";
import type { Rig } from "../rig";

const TOPIC = "event-source-suite";
const BUCKET = "event-source-suite";
const CLUSTER = "arn:aws:kafka:us-east-1:000000000000:cluster/suite/0-s1";
const COUNT = 40;

/** Fails the record with value "bad" in Kafka's form, and keeps what it was given in files. */
const SOURCE = `
const { appendFileSync } = require("node:fs");
exports.handler = async ({ records }) => {
  const failures = [];
  for (const [partition, list] of Object.entries(records))
    for (const { offset, value, headers } of list) {
      const text = Buffer.from(value, "base64").toString();
      if (text === "bad") failures.push({ itemIdentifier: { partition, offset } });
      else appendFileSync(process.env.SEEN, text + " " + Buffer.from(headers[0].correlation_id).toString() + "\\n");
    }
  return { batchItemFailures: failures };
};`;

async function zipped(source: string): Promise<string> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(source), "index.js");
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("base64");
}

/** An MSK mapping from the real broker into a function that the emulator runs. */
export function eventSourceSuite(rig: () => Rig, seen: () => string[]): void {
  const lambda = (path: string, body: object) =>
    rig().emulatorClient.send("lambda", `/2015-03-31${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  beforeAll(async () => {
    await createBucket(rig(), BUCKET);
    const kafka = new Kafka({ brokers: [rig().kafka], logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 2 }] });
    await admin.disconnect();
    const producer = kafka.producer();
    await producer.connect();
    const headers = { correlation_id: "ünique" };
    const messages = Array.from({ length: COUNT }, (_, i) => ({
      value: i === 25 ? "bad" : `v${i}`,
      partition: i % 2,
      headers,
    }));
    await producer.send({ topic: TOPIC, messages });
    await producer.disconnect();
    await lambda("/functions", {
      FunctionName: "suite",
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: "arn:aws:iam::000000000000:role/any",
      Code: { ZipFile: await zipped(SOURCE) },
      Environment: { Variables: { SEEN: `${rig().dir}/seen` } },
    });
    await lambda("/event-source-mappings/", {
      FunctionName: "suite",
      EventSourceArn: CLUSTER,
      Topics: [TOPIC],
      StartingPosition: "TRIM_HORIZON",
      BatchSize: 8,
      MaximumBatchingWindowInSeconds: 1,
      MaximumRetryAttempts: 1,
      AmazonManagedKafkaEventSourceConfig: { ConsumerGroupId: "suite-group" },
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      DestinationConfig: { OnFailure: { Destination: `arn:aws:s3:::${BUCKET}` } },
    });
  });

  it("brings every record to the function, and what it keeps failing on to the destination", async () => {
    for (let attempt = 0; attempt < 60 && (await listKeys(rig(), BUCKET)).length === 0; attempt += 1)
      await delay(1_000);
    const [key = "", ...others] = await listKeys(rig(), BUCKET);
    expect(others).toEqual([]);
    expect(key).toMatch(/^aws\/lambda\/[\w-]+\/\d{4}\/\d{2}\/\d{2}\/[\dT.-]+-[\w-]{36}$/);
    const given = JSON.parse((await new S3(rig().emulatorClient).get(BUCKET, key)).toString());
    expect(given).toMatchObject({ requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 2 } });
    const givenUp = (Object.values(given.payload.records).flat() as { value: string }[]).map(({ value }) =>
      Buffer.from(value, "base64").toString(),
    );
    expect(givenUp[0]).toBe("bad");

    const expected = Array.from({ length: COUNT }, (_, i) => `v${i}`).filter((value) => value !== "v25");
    const processed = () => new Set([...seen().map((line) => line.split(" ")[0] ?? ""), ...givenUp]);
    for (let attempt = 0; attempt < 60 && processed().size < COUNT; attempt += 1) await delay(1_000);
    expect(processed()).toEqual(new Set([...expected, "bad"]));
    expect(seen().every((line) => line.endsWith(" ünique"))).toBe(true);
  });

  it("has committed everything under the mapping's own group", async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const { kafka } = await rig().rest<{ kafka: { lags: Record<string, Record<string, number>> } }>(
        "GET",
        "/_status",
      );
      if (kafka.lags["suite-group"]?.[TOPIC] === 0) return;
      await delay(1_000);
    }
    throw new Error("the group still lags behind");
  });
}
