import { toFeatureRecord } from "../../../../contracts/feature-record";
import { checkFeatures, offlineStore } from "../../../../handlers/check-feature-store/core";
import { checkFeatureStore } from "../../../../handlers/check-feature-store/function";
import type { OnlineRecord } from "../../../../handlers/check-feature-store/online";
import { readSettings } from "../../../../handlers/shared/settings";
import { aggregate } from "../support";

const env = { FEATURE_GROUP_NAME: "aggregates", TICKERS: "AMZN,MSFT", MAX_AGE_SECONDS: "120" };
const settings = readSettings(checkFeatureStore.settings, env);
const NOW = 1_700_000_100_000;

/** What the online store has of an aggregate: everything as text. */
function online(overrides: Record<string, unknown> = {}): OnlineRecord {
  const record = toFeatureRecord(aggregate(overrides) as Parameters<typeof toFeatureRecord>[0]);
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, String(value)]));
}

function check(records: Record<string, OnlineRecord>, offline?: () => Promise<{ rows: number; duplicates: number }>) {
  return checkFeatures(settings, { now: () => NOW, online: async () => new Map(Object.entries(records)), offline });
}

describe("checkFeatures", () => {
  it("finds a full and fresh group healthy", async () => {
    const { result, measurements } = await check({
      AMZN: online(),
      MSFT: online({ ticker: "MSFT", window_end: 1_700_000_090 }),
    });

    expect(result).toMatchObject({
      feature_group: "aggregates",
      healthy: true,
      completeness_percent: 100,
      offline: "off",
    });
    expect(measurements).toEqual({
      FeatureRecordCount: 2,
      FeatureRecordsMissing: 0,
      FeatureRecordsStale: 0,
      FeatureAge: 40,
      FeatureCompleteness: 100,
      OfflineCheckEnabled: 0,
    });
  });

  it("notices a ticker without a record", async () => {
    const { result, measurements } = await check({ AMZN: online() });

    expect(result.healthy).toBe(false);
    expect(result.tickers[1]).toMatchObject({ ticker: "MSFT", present: false });
    expect(measurements).toMatchObject({ FeatureRecordCount: 1, FeatureRecordsMissing: 1, FeatureCompleteness: 50 });
  });

  it("notices features without a value", async () => {
    const { price_avg: _, ...incomplete } = online();
    const { result, measurements } = await check({ AMZN: { ...incomplete, volume_sum: "" }, MSFT: online() });

    expect(result.tickers[0]!.missing_features).toEqual(["price_avg", "volume_sum"]);
    expect(measurements.FeatureCompleteness).toBeCloseTo(100 * (22 / 24));
  });

  it("notices old records, and records that have no age", async () => {
    const { result, measurements } = await check({
      AMZN: online({ window_end: 1_699_999_900 }),
      MSFT: { ...online(), event_time: "soon" },
    });

    expect(result.tickers.map(({ stale, age_seconds }) => [stale, age_seconds])).toEqual([
      [true, 200],
      [true, undefined],
    ]);
    expect(measurements).toMatchObject({ FeatureRecordsStale: 2, FeatureAge: 200 });
  });

  it("has no age to report when there are no records", async () => {
    expect((await check({})).measurements).not.toHaveProperty("FeatureAge");
  });

  it("counts duplicates of the offline store", async () => {
    const { measurements } = await check({}, async () => ({ rows: 500, duplicates: 3 }));

    expect(measurements).toMatchObject({
      OfflineCheckEnabled: 1,
      OfflineCheckFailed: 0,
      OfflineRows: 500,
      FeatureDuplicates: 3,
    });
  });

  it("reports the online store even if the offline one cannot be asked", async () => {
    const { result, measurements } = await check({ AMZN: online(), MSFT: online() }, () =>
      Promise.reject(new Error("no workgroup")),
    );

    expect(result).toMatchObject({ healthy: true, offline: { error: "Error: no workgroup" } });
    expect(measurements).toMatchObject({ OfflineCheckFailed: 1, FeatureRecordCount: 2 });
    expect(measurements).not.toHaveProperty("FeatureDuplicates");
  });

  it("fails when the online store cannot be read", async () => {
    const broken = checkFeatures(settings, {
      now: () => NOW,
      online: () => Promise.reject(new Error("403")),
      offline: undefined,
    });
    await expect(broken).rejects.toThrow("403");
  });
});

describe("the check's settings", () => {
  const offline = { ATHENA_WORKGROUP: "w", OFFLINE_DATABASE: "d", OFFLINE_TABLE: "t" };

  it("turn the offline check on with all three of its variables", () => {
    expect(offlineStore(readSettings(checkFeatureStore.settings, { ...env, ...offline }))).toEqual({
      workgroup: "w",
      database: "d",
      table: "t",
    });
    expect(offlineStore(readSettings(checkFeatureStore.settings, { ...env, ATHENA_WORKGROUP: "" }))).toBeUndefined();
  });

  it("refuse some of them without the others", () => {
    expect(() =>
      readSettings(checkFeatureStore.settings, { ...env, ATHENA_WORKGROUP: "w", OFFLINE_TABLE: "t" }),
    ).toThrow(/OFFLINE_DATABASE is not set: set all of/);
  });
});
