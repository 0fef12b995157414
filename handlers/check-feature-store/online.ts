import { FeatureRecord } from "../../contracts/feature-record";

/** Names of all features, in the contract's order. */
export const featureNames: readonly string[] = Object.keys(FeatureRecord.shape);

/** A record of the online store: feature → value as string. */
export type OnlineRecord = Readonly<Record<string, string>>;

/** What is known of a ticker's features. */
export interface TickerReport {
  readonly ticker: string;
  readonly present: boolean;
  /** Seconds since the end of the record's window. */
  readonly age_seconds?: number;
  readonly stale: boolean;
  readonly missing_features: readonly string[];
}

/** Judges the record of one ticker; `record` is undefined when the store has none. */
export function judge(
  ticker: string,
  record: OnlineRecord | undefined,
  { nowSeconds, maxAgeSeconds }: { nowSeconds: number; maxAgeSeconds: number },
): TickerReport {
  const missing = featureNames.filter((name) => !record?.[name]);
  if (!record) return { ticker, present: false, stale: false, missing_features: missing };
  const eventTime = Number(record.event_time);
  const age = Number.isFinite(eventTime) && eventTime > 0 ? Math.max(0, nowSeconds - eventTime) : undefined;
  return {
    ticker,
    present: true,
    ...(age !== undefined && { age_seconds: age }),
    stale: age === undefined || age > maxAgeSeconds,
    missing_features: missing,
  };
}
