import type { MetricSources } from "../metric";
import { firehoseMetrics } from "../metrics/firehose";
import type { Alarm, Limits } from "./alarm";
import { SOURCES } from "./sources";

/** Buffer intervals that a record may wait in Firehose. */
const INTERVALS_LATE = 5;

/** Of what reaches the lake. */
export function lakeAlarms(sources: MetricSources, limits: Limits): Record<string, Alarm> {
  const firehose = firehoseMetrics(sources);
  return {
    "lake-stale": {
      description: "Aggregates wait too long in Firehose: the lake is behind.",
      metric: firehose.freshness,
      threshold: Math.max(limits.bufferSeconds, 60) * INTERVALS_LATE,
      minutes: 5,
      datapointsToAlarm: 2,
      treatMissingData: "notBreaching",
      pipelineDown: true,
      evidence: {
        fires: "the oldest record in Firehose is older than five buffer intervals",
        after: "15 minutes with a buffer of 60 seconds",
        falsely: "no",
        source: SOURCES.firehose,
      },
    },
    "lake-silent": {
      description: "Nothing reaches the lake: Firehose does not read the aggregates, or cannot write them.",
      metric: firehose.delivered,
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
      minutes: 5,
      // A file may take a buffer interval to come; two points more, and none has.
      datapointsToAlarm: Math.ceil(limits.bufferSeconds / 300) + 2,
      treatMissingData: "breaching",
      pipelineDown: true,
      evidence: {
        fires: "Firehose delivers nothing: it cannot read or write, or no aggregates come",
        after: "15 to 20 minutes with a buffer of 60 seconds",
        falsely: "in the first 15 minutes after the first deployment",
        source: SOURCES.firehose,
      },
    },
    "lake-conversion": {
      description: "Firehose cannot convert records to Parquet; they are below errors/ in the lake.",
      metric: firehose.failedConversion,
      threshold: 0,
      minutes: 5,
      datapointsToAlarm: 1,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "one record does not fit the table",
        after: "a buffer interval and 5 minutes",
        falsely: "no",
        source: SOURCES.firehose,
      },
    },
  };
}
