import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { GetObjectCommand, ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { DuckDBInstance } from "@duckdb/node-api";
import type { StockAggregate } from "../../../contracts/stock-aggregate";
import type { Endpoints } from "./laptop";

/** The lake's rows of some tickers, read from its Parquet files as they are in S3. */
export async function lakeRows({ aws, lake }: Endpoints, tickers: readonly string[]): Promise<StockAggregate[]> {
  const s3 = new S3Client({
    endpoint: aws.endpoint_url,
    region: aws.region,
    forcePathStyle: true,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), "lake-"));
  try {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: lake.bucket, Prefix: lake.prefix }));
    for (const [index, { Key }] of Contents.entries()) {
      expect(Key).toMatch(/\/?year=\d{4}\/month=\d{2}\/day=\d{2}\//);
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: lake.bucket, Key }));
      fs.writeFileSync(path.join(directory, `${index}.parquet`), await Body!.transformToByteArray());
    }
    return Contents.length === 0 ? [] : await query(directory, tickers);
  } finally {
    s3.destroy();
    fs.rmSync(directory, { recursive: true });
  }
}

async function query(directory: string, tickers: readonly string[]): Promise<StockAggregate[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const list = tickers.map((ticker) => `'${ticker}'`).join(", ");
  const rows = await connection.runAndReadAll(
    `SELECT * FROM read_parquet('${directory}/*.parquet') WHERE ticker IN (${list})`,
  );
  // bigint columns come back as BigInt; every value of the contract fits a number.
  const plain = (value: unknown) => (typeof value === "bigint" ? Number(value) : value);
  return rows
    .getRowObjectsJS()
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))) as never;
}
