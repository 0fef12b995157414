import { AthenaClient } from "@aws-sdk/client-athena";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { namedQueries } from "../../../../stacks/lake/queries";
import { type EndedQuery, runQuery } from "../../../support/athena";
import { aggregate } from "../../../unit/handlers/support";
import { EmulatorAlone } from "./emulator-alone";

const BUCKET = "lake";
const MINUTE = 60;

let emulator: EmulatorAlone;
let athena: AthenaClient;
let s3: S3Client;

const today = new Date();
const [year = "", month = "", day = ""] = today.toISOString().slice(0, 10).split("-");
/** The second window was delivered twice, and the last one came again with a late trade. */
const rows = [
  { minute: 0, record_count: 2, volume_sum: 300 },
  { minute: 1, record_count: 2, volume_sum: 300 },
  { minute: 1, record_count: 2, volume_sum: 300 },
  { minute: 4, record_count: 2, volume_sum: 300 },
  { minute: 4, record_count: 3, volume_sum: 350 },
].map(({ minute, ...totals }) =>
  aggregate({ window_start: minute * MINUTE, window_end: (minute + 1) * MINUTE, ...totals, year, month, day }),
);

beforeAll(async () => {
  emulator = await EmulatorAlone.start();
  const client = {
    endpoint: emulator.url,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  };
  athena = new AthenaClient(client);
  s3 = new S3Client({ ...client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  const Body = rows.map((row) => JSON.stringify(row)).join("\n");
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "aggregates/a.json", Body }));
  await createDatabase("market");
  const types = Object.entries(rows[0]!).map(
    ([name, value]) => `${name} ${typeof value === "string" ? "string" : /price/.test(name) ? "double" : "bigint"}`,
  );
  await query(
    `CREATE EXTERNAL TABLE market.aggregates (${types.join(", ")}) ` +
      `ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://${BUCKET}/aggregates/'`,
  );
}, 240_000);

afterAll(async () => {
  athena?.destroy();
  s3?.destroy();
  await emulator?.stop();
});

/** What the stack makes in Glue. */
async function createDatabase(Name: string): Promise<void> {
  const credential = "Credential=test/20260101/us-east-1/glue/aws4_request, SignedHeaders=host, Signature=x";
  const answer = await fetch(emulator.url, {
    method: "POST",
    headers: {
      authorization: `AWS4-HMAC-SHA256 ${credential}`,
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "AWSGlue.CreateDatabase",
    },
    body: JSON.stringify({ DatabaseInput: { Name } }),
  });
  expect(answer.status).toBe(200);
}

/** Runs a query to its end. @throws why it failed */
async function query(QueryString: string): Promise<EndedQuery> {
  const ended = await runQuery(athena, {
    QueryString,
    QueryExecutionContext: { Database: "market" },
    ResultConfiguration: { OutputLocation: `s3://${BUCKET}/results/` },
  });
  if (ended.state !== "SUCCEEDED") throw new Error(`${QueryString}: ${ended.reason}`);
  return ended;
}

describe("the saved queries", () => {
  const queries = namedQueries("aggregates");
  const expected: Record<string, unknown> = {
    "latest-aggregates": [240, 60, 0].map((start) => expect.arrayContaining(["AMZN", `${start}`, `${start + MINUTE}`])),
    "daily-range": [["AMZN", "178.25", "179.25", "950"]],
    "missing-windows": [["AMZN", "240", "120"]],
    "duplicate-windows": [["AMZN", "60", "2"]],
  };

  it.each(Object.keys(queries))("%s gives what is in the lake", async (name) => {
    expect(Object.keys(expected)).toContain(name);
    expect((await query(queries[name]!)).rows).toEqual(expected[name]);
  });
});

it.each([
  ["date_format(from_unixtime(1700000000), '%Y-%m-%d %H:%i:%s')", "2023-11-14 22:13:20"],
  ["date_format(from_unixtime(1700000000), '%M %T')", "November 22:13:20"],
  ["CAST(to_unixtime(date_parse('2023-11-14 22:13:20', '%Y-%m-%d %H:%i:%s')) AS bigint)", "1700000000"],
  ["CAST(to_unixtime(from_iso8601_timestamp('2023-11-14T22:13:20')) AS bigint)", "1700000000"],
])("has Trino's %s", async (expression, value) => {
  expect((await query(`SELECT ${expression} AS it`)).rows).toEqual([[value]]);
});

it("leaves the result at the location that it reports", async () => {
  const { location } = await query("SELECT count(*) AS n FROM aggregates");
  const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(location)!;
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  await expect(Body!.transformToString()).resolves.toBe("n\r\n5\r\n");
});
