import type { MetricOf } from "../../../handlers/functions";
import type { MetricSources } from "../metric";
import { functionMetrics } from "../metrics/functions";
import { ownMetric } from "../metrics/own";
import type { Alarm, Limits } from "./alarm";
import { missedAlarm } from "./missed";
import { SOURCES } from "./sources";

/** Of the features as check-feature-store finds them every five minutes, and of itself. */
export function qualityAlarms(sources: MetricSources, limits: Limits): Record<string, Alarm> {
  const found = (name: MetricOf<"check-feature-store">) => ownMetric(sources, "check-feature-store", name, "Maximum");
  const slowly = { minutes: 5, datapointsToAlarm: 3, treatMissingData: "notBreaching" } as const;
  return {
    "features-stale": {
      description: "The features of a ticker are older than they may be.",
      metric: found("FeatureAge"),
      threshold: limits.featureAgeSeconds,
      ...slowly,
      treatMissingData: "breaching",
      pipelineDown: true,
      evidence: {
        fires: "the oldest of the tickers' features passes `alarms.featureAgeSeconds`, or nothing checks it",
        after: "15 to 20 minutes; the age is normally 130 seconds at most",
        falsely:
          "in the first minutes after the first deployment; with a checkpoint interval of more than 3 minutes and the default threshold, yes",
        source: SOURCES.ownMetrics,
      },
    },
    "features-missing": {
      description: "A ticker has no features.",
      metric: found("FeatureRecordsMissing"),
      threshold: 0,
      ...slowly,
      evidence: {
        fires: "a ticker of `producer.tickers` has no record in the online store",
        after: "15 minutes",
        falsely: "in the first minutes of a new ticker",
        source: SOURCES.ownMetrics,
      },
    },
    "offline-check-failing": {
      description: "The offline store cannot be queried: nobody sees duplicates.",
      metric: found("OfflineCheckFailed"),
      threshold: 0,
      ...slowly,
      evidence: {
        fires: "Athena refuses the query, or its table is missing, three times in a row",
        after: "15 minutes",
        falsely: "in the first 15 minutes of a feature group",
        source: SOURCES.ownMetrics,
      },
    },
    ...missedAlarm(sources, "check-feature-store", { name: "check-missed", who: "check-feature-store" }),
    "check-errors": {
      description: "check-feature-store fails: nobody watches the features.",
      metric: functionMetrics(sources, "check-feature-store").errors,
      threshold: 0,
      ...slowly,
      datapointsToAlarm: 2,
      evidence: {
        fires: "an invocation throws or times out in each of two periods in a row",
        after: "10 minutes",
        falsely: "no",
        source: SOURCES.lambda,
      },
    },
  };
}
