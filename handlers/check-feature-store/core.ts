import type * as z from "zod";
import { describeError } from "../shared/aws-error";
import type { Outcome } from "../shared/invocation";
import type { checkFeatureStore } from "./function";
import type { OfflineReport, OfflineStore } from "./offline";
import { featureNames, judge, type OnlineRecord, type TickerReport } from "./online";

export type CheckSettings = z.output<typeof checkFeatureStore.settings>;

/** The offline store of the settings; undefined when its check is off. */
export function offlineStore(settings: CheckSettings): OfflineStore | undefined {
  const { ATHENA_WORKGROUP: workgroup, OFFLINE_DATABASE: database, OFFLINE_TABLE: table } = settings;
  return workgroup && database && table ? { workgroup, database, table } : undefined;
}

/** Quality of the feature group at one time. */
export interface QualityReport {
  readonly feature_group: string;
  readonly checked_at: string;
  readonly healthy: boolean;
  /** Of all features of all tickers, how many are there: 0 to 100. */
  readonly completeness_percent: number;
  readonly tickers: readonly TickerReport[];
  /** The offline store, why it could not be asked, or that its check is off. */
  readonly offline: OfflineReport | { readonly error: string } | "off";
}

/** Tools that tests replace. */
export interface CheckTools {
  readonly now: () => number;
  /** Online records of these tickers; those without one are left out. */
  readonly online: (tickers: readonly string[]) => Promise<ReadonlyMap<string, OnlineRecord>>;
  /** Undefined when the check of the offline store is off. */
  readonly offline: (() => Promise<OfflineReport>) | undefined;
}

/** Measures count, age, completeness and duplicates. A failing offline store does not hide what is known of the online one. */
export async function checkFeatures(
  settings: CheckSettings,
  tools: CheckTools,
): Promise<Outcome<QualityReport, keyof typeof checkFeatureStore.metrics>> {
  const tickers = [...new Set(settings.TICKERS)];
  const [records, offline] = await Promise.all([tools.online(tickers), askOffline(tools.offline)]);
  const limits = { nowSeconds: tools.now() / 1_000, maxAgeSeconds: settings.MAX_AGE_SECONDS };
  const reports = tickers.map((name) => judge(name, records.get(name), limits));

  const present = reports.filter((report) => report.present).length;
  const stale = reports.filter((report) => report.stale).length;
  const gaps = reports.reduce((sum, report) => sum + report.missing_features.length, 0);
  const completeness = 100 * (1 - gaps / (tickers.length * featureNames.length));
  const ages = reports.flatMap(({ age_seconds }) => age_seconds ?? []);
  return {
    result: {
      feature_group: settings.FEATURE_GROUP_NAME,
      checked_at: new Date(tools.now()).toISOString(),
      healthy: gaps === 0 && stale === 0,
      completeness_percent: completeness,
      tickers: reports,
      offline,
    },
    measurements: {
      FeatureRecordCount: present,
      FeatureRecordsMissing: tickers.length - present,
      FeatureRecordsStale: stale,
      FeatureCompleteness: completeness,
      ...(ages.length > 0 && { FeatureAge: Math.max(...ages) }),
      OfflineCheckEnabled: offline === "off" ? 0 : 1,
      ...(offline !== "off" && { OfflineCheckFailed: "error" in offline ? 1 : 0 }),
      ...(typeof offline === "object" &&
        "rows" in offline && { OfflineRows: offline.rows, FeatureDuplicates: offline.duplicates }),
    },
  };
}

async function askOffline(ask: CheckTools["offline"]): Promise<QualityReport["offline"]> {
  if (!ask) return "off";
  try {
    return await ask();
  } catch (error) {
    return { error: describeError(error) };
  }
}
