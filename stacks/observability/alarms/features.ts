import { FUNCTIONS } from "../../../handlers/functions";
import type { MetricSources } from "../metric";
import { eventSourceMetrics } from "../metrics/event-source";
import { functionMetrics } from "../metrics/functions";
import { ownMetric } from "../metrics/own";
import type { Alarm } from "./alarm";
import { SOURCES } from "./sources";

/** Share of its timeout that an invocation may take before somebody is notified. */
const SLOW = 0.8;

/** Of what fills the feature group. */
export function featureAlarms(sources: MetricSources): Record<string, Alarm> {
  const ingest = functionMetrics(sources, "feature-store");
  const { keptInBucket, dropped } = eventSourceMetrics(sources);
  const soon = { minutes: 5, datapointsToAlarm: 1, treatMissingData: "notBreaching" } as const;
  return {
    "feature-store-errors": {
      description: "feature-store fails as a whole; its batches are tried again and then kept in the failures bucket.",
      metric: ingest.errors,
      threshold: 0,
      ...soon,
      datapointsToAlarm: 2,
      evidence: {
        fires: "an invocation throws or times out in each of two periods in a row",
        after: "6 to 10 minutes",
        falsely: "no",
        source: SOURCES.lambda,
      },
    },
    "feature-store-throttled": {
      description:
        "Lambda throttles feature-store: it has no concurrency left, and batches are tried again until they are given up.",
      metric: ingest.throttles,
      threshold: 0,
      ...soon,
      datapointsToAlarm: 2,
      evaluationPeriods: 3,
      evidence: {
        fires: "other functions use the account's concurrency, in two of three periods",
        after: "10 to 15 minutes",
        falsely: "no",
        source: SOURCES.lambda,
      },
    },
    "feature-store-slow": {
      description: "feature-store takes more than 80 % of its timeout: soon batches fail.",
      expression: "slowest",
      metrics: { slowest: ingest.slowest },
      threshold: SLOW * FUNCTIONS["feature-store"].timeoutSeconds * 1000,
      ...soon,
      datapointsToAlarm: 2,
      evaluationPeriods: 3,
      evidence: {
        fires:
          "one invocation in a hundred takes longer, in two of three periods; with so few invocations it is the longest one",
        after: "10 to 15 minutes",
        falsely: "no",
        source: SOURCES.lambda,
      },
    },
    "batches-given-up": {
      description: "Lambda gave up aggregates and put them into the failures bucket: their features are missing.",
      metric: keptInBucket,
      threshold: 0,
      ...soon,
      evidence: {
        fires:
          "a batch has failed four times, or was a day old, whatever the reason: errors, throttles, time-outs, records reported back",
        after: "5 minutes after it was given up",
        falsely: "no",
        source: SOURCES.lambda,
      },
    },
    "aggregates-dropped": {
      description:
        "Lambda gave up aggregates and could not put them into the failures bucket either: their features are lost.",
      metric: dropped,
      threshold: 0,
      ...soon,
      evidence: {
        fires: "the bucket, its key or the pollers' way to S3 refuses a batch that was given up",
        after: "5 minutes after it was given up",
        falsely: "no",
        source: SOURCES.lambda,
      },
    },
    "features-deferred": {
      description:
        "feature-store leaves records to a retry: throttled or out of time. Those that no retry stores are kept in the failures bucket.",
      metric: ownMetric(sources, "feature-store", "FeaturesDeferred", "Sum"),
      threshold: 0,
      ...soon,
      evidence: {
        fires: "Feature Store throttled a record five times, or answered with a 5xx",
        after: "5 minutes",
        falsely: "one record that the next retry stores",
        source: SOURCES.ownMetrics,
      },
    },
    "features-rejected": {
      description: "Feature Store refuses records for good.",
      metric: ownMetric(sources, "feature-store", "FeaturesRejected", "Sum"),
      threshold: 0,
      ...soon,
      evidence: {
        fires: "one record does not fit the feature group",
        after: "5 minutes",
        falsely: "no",
        source: SOURCES.ownMetrics,
      },
    },
  };
}
