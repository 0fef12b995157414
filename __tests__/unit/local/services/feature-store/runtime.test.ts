import { join } from "node:path";
import { featureStoreRuntime } from "../../../../../local/services/feature-store/runtime";
import { EMPTY_FEATURE_STORE, type FeatureGroup } from "../../../../../local/services/feature-store/state";
import { FeatureStores } from "../../../../../local/services/feature-store/stores";
import type { ParquetColumn } from "../../../../../local/services/parquet";
import { Store } from "../../../../../local/services/state/store";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const GROUP: FeatureGroup = {
  FeatureGroupName: "prices",
  FeatureGroupArn: "arn:aws:sagemaker:us-east-1:000000000000:feature-group/prices",
  RecordIdentifierFeatureName: "ticker",
  EventTimeFeatureName: "event_time",
  FeatureDefinitions: [
    { FeatureName: "ticker", FeatureType: "String" },
    { FeatureName: "event_time", FeatureType: "Fractional" },
    { FeatureName: "n", FeatureType: "Integral" },
  ],
  OnlineStoreConfig: { EnableOnlineStore: true },
  OfflineStoreConfig: { S3StorageConfig: { S3Uri: "s3://b/f", ResolvedOutputS3Uri: "s3://b/f/data" } },
  FeatureGroupStatus: "Created",
  CreationTime: 0,
  LastModifiedTime: 0,
};

/** The runtime over a folder; opening it again is a restart. `down` makes S3 fail. */
function open(s3 = { down: false }) {
  const groups = Store.open(dir(), "groups", EMPTY_FEATURE_STORE);
  groups.change((state) => {
    state.groups.prices = { group: structuredClone(GROUP), tags: {} };
  });
  const objects = new Map<string, object[]>();
  const put = async (_: string, key: string, body: Uint8Array | string) => {
    if (s3.down) throw new Error("no space left on device");
    objects.set(key, JSON.parse(body.toString()));
  };
  const parquet = {
    write: async (_: readonly ParquetColumn[], rows: readonly object[]) => Buffer.from(JSON.stringify(rows)),
  };
  const glue = { createParquetTable: async () => undefined };
  const stores = new FeatureStores(join(dir(), "feature-store"), groups, { put }, glue, parquet);
  const service = featureStoreRuntime(groups, stores);
  const send = (method: string, path: string, body: Record<string, unknown> = {}, query = "") =>
    service.handle({ method, path, query: new URLSearchParams(query), body });
  const features = (values: Record<string, string>) =>
    Object.entries(values).map(([FeatureName, ValueAsString]) => ({ FeatureName, ValueAsString }));
  return {
    stores,
    objects,
    put: (values: Record<string, string>, more: object = {}) =>
      send("PUT", "/FeatureGroup/prices", { Record: features(values), ...more }),
    get: async (id: string) => {
      const { Record = [] } = (await send(
        "GET",
        "/FeatureGroup/prices",
        {},
        `RecordIdentifierValueAsString=${id}`,
      )) as {
        Record?: { FeatureName: string; ValueAsString: string }[];
      };
      return Object.fromEntries(Record.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]));
    },
    remove: (id: string, at: string, mode = "SoftDelete") =>
      send(
        "DELETE",
        "/FeatureGroup/prices",
        {},
        `RecordIdentifierValueAsString=${id}&EventTime=${at}&DeletionMode=${mode}`,
      ),
    send,
  };
}

const amzn = (event_time: string, n = "1") => ({ ticker: "AMZN", event_time, n });

describe("online store", () => {
  it("keeps the newest event time, whatever the order of arrival, and overwrites an equal one", async () => {
    const { put, get } = open();
    await put(amzn("100", "1"));
    await put(amzn("90", "2"));
    await expect(get("AMZN")).resolves.toEqual(amzn("100", "1"));
    await put(amzn("100", "3"));
    await expect(get("AMZN")).resolves.toEqual(amzn("100", "3"));
  });

  it("compares event times as numbers", async () => {
    const { put, get } = open();
    await put(amzn("99.5"));
    await put(amzn("100"));
    await expect(get("AMZN")).resolves.toEqual(amzn("100"));
  });

  it("is there again after a restart", async () => {
    await open().put(amzn("100"));
    await expect(open().get("AMZN")).resolves.toEqual(amzn("100"));
  });

  it("holds older records off after a soft delete, and takes them after a hard one", async () => {
    const { put, get, remove } = open();
    await put(amzn("100"));
    await remove("AMZN", "110");
    await put(amzn("105"));
    await expect(get("AMZN")).resolves.toEqual({});
    await remove("AMZN", "120", "HardDelete");
    await put(amzn("105"));
    await expect(get("AMZN")).resolves.toEqual(amzn("105"));
  });

  it("does not delete what is newer", async () => {
    const { put, get, remove } = open();
    await put(amzn("100"));
    await remove("AMZN", "90");
    await expect(get("AMZN")).resolves.toEqual(amzn("100"));
  });

  it("answers several identifiers at once, those it has", async () => {
    const { put, send } = open();
    await put(amzn("100"));
    const identifiers = [
      {
        FeatureGroupName: GROUP.FeatureGroupArn,
        RecordIdentifiersValueAsString: ["AMZN", "AAPL"],
        FeatureNames: ["n"],
      },
    ];
    await expect(send("POST", "/BatchGetRecord", { Identifiers: identifiers })).resolves.toMatchObject({
      Records: [{ RecordIdentifierValueAsString: "AMZN", Record: [{ FeatureName: "n", ValueAsString: "1" }] }],
    });
  });
});

describe("a record that is refused", () => {
  it.each([
    ["an unknown feature", { ...amzn("1"), colour: "red" }, /colour is not defined/],
    ["a fraction for an Integral", amzn("1", "1.5"), /n is "1.5"; it must be Integral/],
    ["more than 64 bits", amzn("1", "9223372036854775808"), /must be Integral/],
    ["words for an event time", amzn("soon"), /event_time is "soon"; it must be Fractional/],
    ["no identifier", { event_time: "1", n: "1" }, /no ticker/],
  ])("has %s", async (_, values, message) => {
    const { put, stores } = open();
    await expect(put(values as Record<string, string>)).rejects.toMatchObject({
      type: "ValidationError",
      message: expect.stringMatching(message),
    });
    expect(stores.figures.prices?.offline.pending).toBe(0);
  });

  it("is for a group that does not exist", async () => {
    expect.assertions(1);
    await expect(
      open().send("PUT", "/FeatureGroup/other", { Record: [{ FeatureName: "a", ValueAsString: "b" }] }),
    ).rejects.toMatchObject({
      type: "ResourceNotFound",
      status: 404,
    });
  });
});

describe("offline store", () => {
  it("has every record, older and deleted ones too, by the hour of its event time", async () => {
    const { put, remove, stores, objects } = open();
    await put(amzn("1700000000", "1"));
    await put(amzn("1699990000", "2"));
    await remove("AMZN", "1700000001");
    await stores.flush();
    expect([...objects.keys()].map((key) => key.replace(/[^/]+$/, "")).sort()).toEqual([
      "f/data/year=2023/month=11/day=14/hour=19/",
      "f/data/year=2023/month=11/day=14/hour=22/",
    ]);
    expect([...objects.values()].flat()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          n: "1",
          is_deleted: false,
          write_time: expect.any(String),
          api_invocation_time: expect.any(String),
        }),
        expect.objectContaining({ n: "2", is_deleted: false }),
        expect.objectContaining({ ticker: "AMZN", is_deleted: true }),
      ]),
    );
    expect(stores.figures.prices?.offline.pending).toBe(0);
  });

  it("loses nothing when S3 fails and the services restart meanwhile", async () => {
    const failing = open({ down: true });
    await failing.put(amzn("1700000000", "1"));
    await failing.stores.flush();
    await failing.put(amzn("1700000000", "2"));
    await failing.stores.flush();
    expect(failing.stores.health).toMatchObject({ healthy: false, detail: expect.stringContaining("no space left") });
    const { stores, objects } = open();
    await stores.flush();
    expect(
      [...objects.values()]
        .flat()
        .map((row) => (row as { n: string }).n)
        .sort(),
    ).toEqual(["1", "2"]);
    expect(stores.health.healthy).toBe(true);
  });

  it("is left out of a call that names the online store only", async () => {
    const { put, stores, get } = open();
    await put(amzn("1"), { TargetStores: ["OnlineStore"] });
    await expect(get("AMZN")).resolves.toEqual(amzn("1"));
    expect(stores.figures.prices?.offline.pending).toBe(0);
  });
});
