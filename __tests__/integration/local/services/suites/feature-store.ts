import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  BatchGetRecordCommand,
  GetRecordCommand,
  PutRecordCommand,
  SageMakerFeatureStoreRuntimeClient,
} from "@aws-sdk/client-sagemaker-featurestore-runtime";
import { DuckDBInstance } from "@duckdb/node-api";
import { S3 } from "../../../../../local/services/emulator/s3";
import { createBucket, createRole, listKeys } from "../resources";
import type { Rig } from "../rig";

const BUCKET = "feature-suite";
const GROUP = "suite";
const features = (ticker: string, at: number, n: number) =>
  Object.entries({ ticker, event_time: String(at), n: String(n) }).map(([FeatureName, ValueAsString]) => ({
    FeatureName,
    ValueAsString,
  }));

/** Feature Store through AWS's own client. */
export function featureStoreSuite(rig: () => Rig): void {
  let client: SageMakerFeatureStoreRuntimeClient;
  const connect = () =>
    new SageMakerFeatureStoreRuntimeClient({
      endpoint: rig().services,
      region: "us-east-1",
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
    });

  beforeAll(async () => {
    client = connect();
    await createBucket(rig(), BUCKET);
    await rig().call("SageMaker.CreateFeatureGroup", {
      FeatureGroupName: GROUP,
      RecordIdentifierFeatureName: "ticker",
      EventTimeFeatureName: "event_time",
      FeatureDefinitions: [
        { FeatureName: "ticker", FeatureType: "String" },
        { FeatureName: "event_time", FeatureType: "Fractional" },
        { FeatureName: "n", FeatureType: "Integral" },
      ],
      RoleArn: await createRole(rig(), "sagemaker"),
      OnlineStoreConfig: { EnableOnlineStore: true },
      OfflineStoreConfig: { S3StorageConfig: { S3Uri: `s3://${BUCKET}/features` } },
    });
  });
  afterAll(() => client.destroy());

  it("answers the newest record of an identifier", async () => {
    await client.send(new PutRecordCommand({ FeatureGroupName: GROUP, Record: features("AMZN", 1_700_000_060, 2) }));
    await client.send(new PutRecordCommand({ FeatureGroupName: GROUP, Record: features("AMZN", 1_700_000_000, 1) }));
    const { Record } = await client.send(
      new GetRecordCommand({ FeatureGroupName: GROUP, RecordIdentifierValueAsString: "AMZN", FeatureNames: ["n"] }),
    );
    expect(Record).toEqual([{ FeatureName: "n", ValueAsString: "2" }]);
  });

  it("answers nothing for an unknown identifier, and several at once", async () => {
    const unknown = await client.send(
      new GetRecordCommand({ FeatureGroupName: GROUP, RecordIdentifierValueAsString: "AAPL" }),
    );
    expect(unknown.Record).toBeUndefined();
    const { Records } = await client.send(
      new BatchGetRecordCommand({
        Identifiers: [{ FeatureGroupName: GROUP, RecordIdentifiersValueAsString: ["AMZN", "AAPL"] }],
      }),
    );
    expect(Records?.map(({ RecordIdentifierValueAsString: id }) => id)).toEqual(["AMZN"]);
  });

  it("refuses with the errors that AWS's client knows", async () => {
    const put = (FeatureGroupName: string, Record = features("AMZN", 1, 1)) =>
      client.send(new PutRecordCommand({ FeatureGroupName, Record }));
    await expect(put("other")).rejects.toMatchObject({ name: "ResourceNotFound" });
    await expect(
      put(GROUP, [...features("AMZN", 1, 1), { FeatureName: "colour", ValueAsString: "red" }]),
    ).rejects.toMatchObject({
      name: "ValidationError",
      message: expect.stringContaining("colour"),
    });
  });

  it("brings both records into the offline store's partitions as Parquet", async () => {
    const parquet = async () => (await listKeys(rig(), BUCKET)).filter((key) => key.endsWith(".parquet"));
    for (let attempt = 0; attempt < 30 && (await parquet()).length === 0; attempt += 1) await delay(1_000);
    const keys = await parquet();
    const rows: unknown[] = [];
    const connection = await (await DuckDBInstance.create()).connect();
    for (const key of keys) {
      expect(key).toMatch(
        /^features\/000000000000\/sagemaker\/us-east-1\/offline-store\/suite-\d+\/data\/year=2023\/month=11\/day=14\/hour=22\/\d{8}T\d{6}Z_\w{16}\.parquet$/,
      );
      const path = join(rig().dir, "offline.parquet");
      writeFileSync(path, await new S3(rig().emulatorClient).get(BUCKET, key));
      const read = await connection.runAndReadAll(
        `SELECT ticker, event_time, n::INTEGER, is_deleted, write_time IS NOT NULL FROM '${path}'`,
      );
      rows.push(...read.getRows());
    }
    connection.closeSync();
    expect(rows).toEqual(
      expect.arrayContaining([
        ["AMZN", 1_700_000_060, 2, false, true],
        ["AMZN", 1_700_000_000, 1, false, true],
      ]),
    );
  });

  it("has a Glue table for the offline store, which Athena reads", async () => {
    const { OfflineStoreConfig } = await rig().call<{
      OfflineStoreConfig: { DataCatalogConfig: { Database: string; TableName: string } };
    }>("SageMaker.DescribeFeatureGroup", { FeatureGroupName: GROUP });
    const { Database, TableName } = OfflineStoreConfig.DataCatalogConfig;
    const athena = (operation: string, body: object) =>
      rig().emulatorClient.json<Record<string, unknown>>("athena", `AmazonAthena.${operation}`, body);
    const { QueryExecutionId } = await athena("StartQueryExecution", {
      QueryString: `SELECT COUNT(*), SUM(n) FROM "${Database}"."${TableName}" WHERE year = '2023' AND hour = '22'`,
      QueryExecutionContext: { Database },
      ResultConfiguration: { OutputLocation: `s3://${BUCKET}/results/` },
    });
    const state = async () => JSON.stringify(await athena("GetQueryExecution", { QueryExecutionId }));
    for (let attempt = 0; attempt < 30 && /"(QUEUED|RUNNING)"/.test(await state()); attempt += 1) await delay(500);
    expect(await state()).toContain("SUCCEEDED");
    await expect(athena("GetQueryResults", { QueryExecutionId })).resolves.toMatchObject({
      ResultSet: { Rows: [{}, { Data: [{ VarCharValue: "2" }, { VarCharValue: "3" }] }] },
    });
  });
}
