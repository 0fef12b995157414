import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { Kafka, logLevel } from "kafkajs";
import { S3 } from "../../../../../local/services/emulator/s3";
import { createBucket, createCluster, createRole, createTable, listKeys } from "../resources";
import type { Rig } from "../rig";

const BUCKET = "firehose-suite";
const TOPIC = "firehose-suite";
const BATCH = 500;
/** One record in ten does not convert. */
const valueFor = (n: number) => (n % 10 === 9 ? `junk ${n}` : JSON.stringify({ ticker: "AMZN", n }));

/** Delivery with the real broker into the emulator's S3, across a crash. */
export function firehoseSuite(rig: () => Rig): void {
  const s3 = () => new S3(rig().emulatorClient);

  async function produce(from: number): Promise<void> {
    const producer = new Kafka({ brokers: [rig().kafka], logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    const messages = Array.from({ length: BATCH }, (_, i) => ({ key: String(i), value: valueFor(from + i) }));
    await producer.send({ topic: TOPIC, messages });
    await producer.disconnect();
  }

  /** Numbers delivered as rows and as errors, with how often each. */
  async function delivered(): Promise<{ rows: number[]; errors: number[] }> {
    const connection = await (await DuckDBInstance.create()).connect();
    const rows: number[] = [];
    const errors: number[] = [];
    for (const key of await listKeys(rig(), BUCKET)) {
      const body = await s3().get(BUCKET, key);
      if (key.startsWith("errors/")) {
        const lines = body.toString().trimEnd().split("\n");
        errors.push(
          ...lines.map((line) => Number(Buffer.from(JSON.parse(line).rawData, "base64").toString().split(" ")[1])),
        );
      } else {
        const path = join(rig().dir, "read.parquet");
        writeFileSync(path, body);
        const read = await connection.runAndReadAll(`SELECT n FROM '${path}'`);
        rows.push(...read.getRows().map(([n]) => Number(n)));
      }
    }
    connection.closeSync();
    return { rows, errors };
  }

  async function untilDelivered(count: number): Promise<{ rows: number[]; errors: number[] }> {
    for (let attempt = 0; attempt < 90; attempt += 1) {
      const found = await delivered();
      if (new Set([...found.rows, ...found.errors]).size >= count) return found;
      await delay(1_000);
    }
    throw new Error(`not ${count} records were delivered: ${JSON.stringify(await rig().rest("GET", "/_status"))}`);
  }

  beforeAll(async () => {
    await createBucket(rig(), BUCKET);
    const role = await createRole(rig(), "firehose");
    const cluster = await createCluster(rig(), "firehose-suite");
    await createTable(rig(), "firehose_suite", "ticks", [
      { Name: "ticker", Type: "string" },
      { Name: "n", Type: "bigint" },
    ]);
    const admin = new Kafka({ brokers: [rig().kafka], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 3 }] });
    await admin.disconnect();
    await rig().call("Firehose_20150804.CreateDeliveryStream", {
      DeliveryStreamName: "suite",
      DeliveryStreamType: "MSKAsSource",
      MSKSourceConfiguration: {
        MSKClusterARN: cluster,
        TopicName: TOPIC,
        AuthenticationConfiguration: { RoleARN: role, Connectivity: "PRIVATE" },
      },
      ExtendedS3DestinationConfiguration: {
        RoleARN: role,
        BucketARN: `arn:aws:s3:::${BUCKET}`,
        Prefix: "lake/year=!{timestamp:yyyy}/",
        ErrorOutputPrefix: "errors/!{firehose:error-output-type}/",
        BufferingHints: { SizeInMBs: 64, IntervalInSeconds: 2 },
        DataFormatConversionConfiguration: {
          Enabled: true,
          SchemaConfiguration: { RoleARN: role, DatabaseName: "firehose_suite", TableName: "ticks" },
          InputFormatConfiguration: { Deserializer: { OpenXJsonSerDe: {} } },
          OutputFormatConfiguration: { Serializer: { ParquetSerDe: {} } },
        },
      },
    });
  });

  it("delivers every record once: rows as Parquet under the prefix, junk under the error prefix", async () => {
    await produce(0);
    const { rows, errors } = await untilDelivered(BATCH);
    expect({ rows: rows.length, errors: errors.length }).toEqual({ rows: BATCH * 0.9, errors: BATCH * 0.1 });
    const keys = await listKeys(rig(), BUCKET);
    const year = new Date().getUTCFullYear();
    for (const key of keys)
      expect(key).toMatch(
        new RegExp(`^(lake/year=${year}/suite-1-.*\\.parquet|errors/format-conversion-failed/suite-1-.*)$`),
      );
  });

  it("loses nothing in a crash, and delivers again only what was not committed", async () => {
    await produce(BATCH);
    await rig().crashServices();
    await produce(2 * BATCH);
    const { rows, errors } = await untilDelivered(3 * BATCH);
    const all = [...rows, ...errors].sort((a, b) => a - b);
    expect(new Set(all)).toEqual(new Set(Array.from({ length: 3 * BATCH }, (_, n) => n)));
    // The first batch was committed before the crash.
    expect(all.filter((n) => n < BATCH)).toHaveLength(BATCH);
    expect(all.length).toBeLessThanOrEqual(4 * BATCH);
  });
}
