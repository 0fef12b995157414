import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { Delivery } from "../../../../../local/services/firehose/delivery";
import type { Stream } from "../../../../../local/services/firehose/state";
import { ParquetWriter } from "../../../../../local/services/parquet";
import { record } from "../records";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const ROLE = "arn:aws:iam::000000000000:role/r";
const COLUMNS = [
  { Name: "ticker", Type: "string" },
  { Name: "n", Type: "bigint" },
];

const STREAM: Stream = {
  name: "s",
  arn: "arn",
  uid: "u",
  version: 1,
  createdAt: 0,
  updatedAt: 0,
  tags: {},
  source: {
    MSKClusterARN: "c",
    TopicName: "ticks",
    AuthenticationConfiguration: { RoleARN: ROLE, Connectivity: "PRIVATE" },
  },
  destination: {
    RoleARN: ROLE,
    BucketARN: "arn:aws:s3:::bucket",
    Prefix: "lake/day=!{timestamp:dd}/",
    ErrorOutputPrefix: "errors/!{firehose:error-output-type}/",
    DataFormatConversionConfiguration: {
      Enabled: true,
      SchemaConfiguration: { RoleARN: ROLE, DatabaseName: "d", TableName: "t" },
      InputFormatConfiguration: { Deserializer: { OpenXJsonSerDe: {} } },
      OutputFormatConfiguration: { Serializer: { ParquetSerDe: {} } },
    },
  },
};

/** A bucket whose first answers may be failures. */
function bucket(...failures: string[]) {
  const objects = new Map<string, Buffer>();
  const put = async (_: string, key: string, body: Uint8Array | string) => {
    const failure = failures.shift();
    if (failure) throw new Error(failure);
    objects.set(key, Buffer.from(body));
  };
  return { objects, put };
}

function delivery(s3: ReturnType<typeof bucket>, stream = STREAM) {
  const parquet = new ParquetWriter(join(dir(), "tmp"));
  return new Delivery(stream, {
    s3,
    glue: { columns: async () => COLUMNS },
    parquet,
    region: "us-east-1",
    firstPauseMs: 1,
  });
}

async function rows(parquet: Buffer): Promise<unknown> {
  const path = join(dir(), "read.parquet");
  writeFileSync(path, parquet);
  const connection = await (await DuckDBInstance.create()).connect();
  return (await connection.runAndReadAll(`SELECT ticker, n FROM '${path}' ORDER BY n`)).getRowsJson();
}

const RECORDS = [
  record({ offset: 0, value: '{"ticker":"A","n":1}' }),
  record({ offset: 1, value: "junk" }),
  record({ offset: 2, value: '{"ticker":"B","n":2}' }),
];
const find = (objects: Map<string, Buffer>, part: string) => [...objects].find(([key]) => key.startsWith(part));

describe("Delivery", () => {
  it("writes what converts as Parquet under the prefix, and the rest as Firehose's error records", async () => {
    const s3 = bucket();
    await delivery(s3).deliver(RECORDS, new AbortController().signal);
    const [key, parquet] = find(s3.objects, "lake/day=04/") ?? [];
    expect(key).toMatch(/^lake\/day=04\/s-1-2026-03-04-05-06-07-[\w-]{36}\.parquet$/);
    await expect(rows(parquet!)).resolves.toEqual([
      ["A", "1"],
      ["B", "2"],
    ]);
    const [, errors] = find(s3.objects, "errors/format-conversion-failed/") ?? [];
    expect(JSON.parse(errors!.toString())).toMatchObject({
      lastErrorCode: "DataFormatConversion.ParseError",
      rawData: Buffer.from("junk").toString("base64"),
      dataCatalogTable: { databaseName: "d", tableName: "t" },
    });
    expect(s3.objects.size).toBe(2);
  });

  it("tries until S3 takes the objects, and stores none twice", async () => {
    const s3 = bucket("no space left on device", "timeout", "", "slow down");
    const one = delivery(s3);
    await one.deliver(RECORDS, new AbortController().signal);
    expect(s3.objects.size).toBe(2);
    expect(one.figures).toMatchObject({ delivered: 2, failedConversions: 1, objects: 1, lastError: undefined });
  });

  it("waits for room in the temporary folder, and delivers everything then", async () => {
    const s3 = bucket();
    // A file in the folder's place: writing fails as on a full disk, for root as well.
    const blocker = join(dir(), "tmp");
    writeFileSync(blocker, "");
    const one = delivery(s3);
    const delivering = one.deliver(RECORDS, new AbortController().signal);
    while (!one.figures.lastError) await delay(1);
    expect(s3.objects.size).toBe(0);
    rmSync(blocker);
    await delivering;
    expect(one.figures).toMatchObject({ delivered: 2, failedConversions: 1 });
  });

  it("fails when it is stopped first, so that nothing is committed", async () => {
    const stop = new AbortController();
    const s3 = bucket(...Array.from({ length: 1_000 }, () => "down"));
    const delivering = delivery(s3).deliver(RECORDS, stop.signal);
    setTimeout(() => stop.abort(), 20);
    await expect(delivering).rejects.toThrow();
    expect(s3.objects.size).toBe(0);
  });

  it("writes the bytes as they came without conversion", async () => {
    const s3 = bucket();
    const { DataFormatConversionConfiguration: _, ...destination } = STREAM.destination;
    await delivery(s3, { ...STREAM, destination }).deliver(RECORDS, new AbortController().signal);
    expect([...s3.objects.values()].map(String)).toEqual(['{"ticker":"A","n":1}junk{"ticker":"B","n":2}']);
  });
});
