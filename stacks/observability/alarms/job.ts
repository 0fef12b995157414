import type { MetricSources } from "../metric";
import { flinkMetrics } from "../metrics/flink";
import { kafkaMetrics } from "../metrics/kafka";
import type { Alarm } from "./alarm";
import { SOURCES } from "./sources";
import { SUM_OF_BROKERS } from "./streaming";

/** Of the Flink job: whether it runs, and does its work. Runtimes of Flink 2 report `numRestarts` and `runningTime` instead. */
export function jobAlarms(sources: MetricSources): Record<string, Alarm> {
  const flink = flinkMetrics(sources);
  return {
    "job-down": {
      description: "The Flink job is not running: no aggregates, and prices pile up in Kafka.",
      metric: flink.downtime,
      threshold: 0,
      minutes: 1,
      datapointsToAlarm: 3,
      treatMissingData: "breaching",
      pipelineDown: true,
      evidence: {
        fires: "the job fails or restarts for three minutes, or the application is stopped and reports nothing",
        after: "3 minutes; about 5 when it reports nothing",
        falsely: "while a deployment, autoscaling or AWS's maintenance keeps the job down for as long",
        uncertain: "Flink 2 deprecates `downtime`: once it is gone, this alarm would never leave ALARM.",
        source: SOURCES.flinkAlarms,
      },
    },
    "job-restarting": {
      description: "The Flink job has restarted in at least three five-minute periods of the last hour.",
      expression: "RATE(restarts) * 60",
      metrics: { restarts: flink.fullRestarts },
      threshold: 0,
      minutes: 5,
      datapointsToAlarm: 3,
      evaluationPeriods: 12,
      treatMissingData: "notBreaching",
      evidence: {
        fires:
          "three restarts in an hour, each in another period: a job that restarts every 8 or 20 minutes as well as a fast loop",
        after: "15 minutes in a fast loop, else with the third restart",
        falsely: "no: a deployment begins the count again, and a count that falls is not over the threshold",
        uncertain: "Flink 2 has no `fullRestarts`: there this alarm can never fire.",
        source: SOURCES.flinkAlarms,
      },
    },
    "job-silent": {
      description: "The Flink job writes no aggregates, although prices come every minute.",
      expression: "aggregates",
      metrics: { aggregates: kafkaMetrics(sources).outputMessages },
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
      minutes: 5,
      datapointsToAlarm: 3,
      treatMissingData: "breaching",
      pipelineDown: true,
      evidence: {
        fires:
          "no aggregate is written: the job is down, its checkpoints fail, event time stands still, or no prices come",
        after: "15 to 20 minutes",
        falsely: "no: four tickers give four aggregates a minute, and a checkpoint interval is 7 minutes at most",
        uncertain: SUM_OF_BROKERS,
        source: SOURCES.mskMetrics,
      },
    },
  };
}
