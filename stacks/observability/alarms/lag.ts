import type { Metric, MetricSources } from "../metric";
import { kafkaMetrics } from "../metrics/kafka";
import type { Alarm, Evidence, Limits } from "./alarm";
import { SOURCES } from "./sources";

/** Seconds that draining the lag may take, at least: offsets move once a checkpoint interval. */
const LEAST_SECONDS = 300;
const INTERVALS_BEHIND = 5;

/** Of consumer groups that fall behind: in records, and in the time that MSK estimates for reading them. */
export function lagAlarms(sources: MetricSources, limits: Limits): Record<string, Alarm> {
  const kafka = kafkaMetrics(sources);
  const seconds = Math.max(LEAST_SECONDS, (INTERVALS_BEHIND * limits.checkpointIntervalMs) / 1000);
  return {
    "job-lag": behind("The Flink job falls behind the prices.", kafka.jobLag, limits.jobLagRecords, RECORDS),
    "job-lag-time": behind("The Flink job needs long to read what it is behind.", kafka.jobLagTime, seconds, TIME),
    "features-lag": behind(
      "feature-store falls behind the aggregates.",
      kafka.featuresLag,
      limits.featuresLagRecords,
      RECORDS,
    ),
    "features-lag-time": behind(
      "feature-store needs long to read what it is behind.",
      kafka.featuresLagTime,
      seconds,
      TIME,
    ),
  };
}

const behind = (description: string, metric: Metric, threshold: number, evidence: Evidence): Alarm => ({
  description,
  metric,
  threshold,
  minutes: 5,
  datapointsToAlarm: 3,
  treatMissingData: "notBreaching",
  evidence,
});

const RECORDS: Evidence = {
  fires: "the group's offsets stand still, or it reads more slowly than records come in",
  after: "30 minutes of standstill: 15 until the default threshold, 15 of data points",
  falsely:
    "for one catch-up after a long deployment; and where others write to the topic while the threshold is the default",
  uncertain: "MSK reports no lag while a group rebalances; features-stale and job-silent see a standstill then.",
  source: SOURCES.lag,
};

const TIME: Evidence = {
  fires: "the group reads, but needs longer than the threshold for what it is behind",
  after: "15 minutes after the estimate passes the threshold",
  falsely: "for one catch-up after a long deployment",
  uncertain:
    "It is an estimate of the time to drain the lag, not the age of a record. What MSK reports for a group that stands still is not documented: the alarm in records sees that.",
  source: SOURCES.lag,
};
