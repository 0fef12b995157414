import type { Reporters } from "../metric";
import { firehoseMetrics } from "../metrics/firehose";
import { functionMetrics } from "../metrics/functions";
import { ownMetric } from "../metrics/own";
import { missedInvocations } from "../metrics/queues";
import type { Alarm, Limits } from "./alarm";

/** Buffer intervals that a record may wait in Firehose before somebody is told. */
const INTERVALS_LATE = 5;

/** Of what reaches the lake and the feature group. */
export function deliveryAlarms(reporters: Reporters, limits: Limits): Record<string, Alarm> {
  const firehose = firehoseMetrics(reporters);
  const soon = { minutes: 5, points: 1, silence: "notBreaching" } as const;
  const quality = (name: Parameters<typeof ownMetric>[2]) =>
    ownMetric(reporters, "check-feature-store", name, "Maximum");
  return {
    "lake-stale": {
      description: "Aggregates wait too long in Firehose: the lake is behind.",
      metric: firehose.freshness,
      threshold: Math.max(limits.bufferSeconds, 60) * INTERVALS_LATE,
      minutes: 5,
      points: 2,
      silence: "notBreaching",
      pipelineDown: true,
    },
    "lake-silent": {
      description: "Nothing reaches the lake: Firehose does not read the aggregates, or cannot write them.",
      metric: firehose.delivered,
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
      minutes: 5,
      // A file may take a buffer interval to come; two points more, and none has.
      points: Math.ceil(limits.bufferSeconds / 300) + 2,
      silence: "breaching",
      pipelineDown: true,
    },
    "lake-conversion": {
      description: "Firehose cannot convert records to Parquet; they are below errors/ in the lake.",
      metric: firehose.failedConversion,
      threshold: 0,
      ...soon,
    },
    "feature-store-errors": {
      description: "feature-store fails as a whole; its batches are tried again and then kept in the failures bucket.",
      metric: functionMetrics(reporters, "feature-store").errors,
      threshold: 0,
      ...soon,
      points: 2,
    },
    "features-deferred": {
      description:
        "feature-store leaves records to a retry: throttled or out of time. Those that no retry stores are kept in the failures bucket.",
      metric: ownMetric(reporters, "feature-store", "FeaturesDeferred", "Sum"),
      threshold: 0,
      ...soon,
    },
    "features-rejected": {
      description: "Feature Store refuses records for good.",
      metric: ownMetric(reporters, "feature-store", "FeaturesRejected", "Sum"),
      threshold: 0,
      ...soon,
    },
    "features-stale": {
      description: "The features of a ticker are older than they may be.",
      metric: quality("FeatureAge"),
      threshold: limits.featureAgeSeconds,
      minutes: 5,
      points: 3,
      silence: "breaching",
      pipelineDown: true,
    },
    "features-missing": {
      description: "A ticker has no features.",
      metric: quality("FeatureRecordsMissing"),
      threshold: 0,
      ...soon,
      points: 3,
    },
    "consumer-errors": {
      description: "The consumer fails when it is asked what is in a topic.",
      metric: functionMetrics(reporters, "consumer").errors,
      threshold: 0,
      ...soon,
    },
    ...(reporters.missed.consumer && {
      "consumer-missed": {
        description: "EventBridge Scheduler could not invoke the consumer.",
        metric: missedInvocations("consumer", reporters.missed.consumer),
        threshold: 0,
        ...soon,
      },
    }),
    "offline-check-failing": {
      description: "The offline store cannot be queried: nobody sees duplicates.",
      metric: quality("OfflineCheckFailed"),
      threshold: 0,
      ...soon,
      points: 3,
    },
    "check-missed": {
      description: "EventBridge Scheduler could not invoke check-feature-store.",
      metric: missedInvocations("check-feature-store", reporters.missed["check-feature-store"]),
      threshold: 0,
      ...soon,
    },
    "check-errors": {
      description: "check-feature-store fails: nobody watches the features.",
      metric: functionMetrics(reporters, "check-feature-store").errors,
      threshold: 0,
      ...soon,
      points: 2,
    },
  };
}
