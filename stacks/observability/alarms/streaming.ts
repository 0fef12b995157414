import { DEAD_LETTER_PERCENT } from "../../../contracts/dead-letter";
import type { MetricSources } from "../metric";
import { functionMetrics } from "../metrics/functions";
import { kafkaMetrics } from "../metrics/kafka";
import type { Alarm } from "./alarm";
import { missedAlarm } from "./missed";
import { SOURCES } from "./sources";

/** What no page of AWS says of a metric that alarms add up over brokers. */
export const SUM_OF_BROKERS =
  "With provisioned brokers: whether FILL gives 0 for a broker that has never reported the topic. If it gives nothing, the sum is missing.";

/** Of the producer, and of what comes in. */
export function streamingAlarms(sources: MetricSources): Record<string, Alarm> {
  const kafka = kafkaMetrics(sources);
  return {
    "no-prices": {
      description: "No prices come in: the producer or the cluster is down.",
      expression: "prices",
      metrics: { prices: kafka.inputMessages },
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
      minutes: 5,
      datapointsToAlarm: 2,
      treatMissingData: "breaching",
      pipelineDown: true,
      evidence: {
        fires: "the input topic gets nothing, or does not exist",
        after: "10 to 15 minutes",
        falsely:
          "no: the producer runs around the clock. With `producer.schedule` less often than every 5 minutes, yes",
        uncertain: SUM_OF_BROKERS,
        source: SOURCES.mskMetrics,
      },
    },
    "producer-errors": {
      description: "The producer fails.",
      metric: functionMetrics(sources, "producer").errors,
      threshold: 0,
      minutes: 5,
      datapointsToAlarm: 2,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "an invocation throws or times out in each of two periods in a row",
        after: "6 to 10 minutes",
        falsely: "no",
        source: SOURCES.lambda,
      },
    },
    ...missedAlarm(sources, "producer", { name: "producer-missed", who: "the producer" }),
    "dead-letters": {
      description: "More than one record in a hundred goes to the dead-letter topic.",
      expression: "IF(prices > 0, 100 * dead / prices, 0)",
      metrics: { dead: kafka.deadLetters, prices: kafka.inputMessages },
      threshold: DEAD_LETTER_PERCENT,
      minutes: 5,
      datapointsToAlarm: 2,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "the job refuses more than 1 % of the records, in two periods in a row",
        after: "10 minutes, and a checkpoint interval",
        falsely:
          "hardly: dead letters arrive a checkpoint after their records, so a burst of refused records while few others come can pass 1 %",
        uncertain: SUM_OF_BROKERS,
        source: SOURCES.mskMetrics,
      },
    },
  };
}
