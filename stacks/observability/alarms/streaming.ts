import type { Reporters } from "../metric";
import { functionMetrics } from "../metrics/functions";
import { kafkaMetrics } from "../metrics/kafka";
import { missedInvocations } from "../metrics/queues";
import type { Alarm, Limits } from "./alarm";

/** Of what goes through Kafka. */
export function streamingAlarms(reporters: Reporters, limits: Limits): Record<string, Alarm> {
  const kafka = kafkaMetrics(reporters);
  const lag = { threshold: limits.consumerLagRecords, minutes: 5, points: 3, silence: "notBreaching" } as const;
  return {
    "no-prices": {
      description: "No prices come in: the producer or the cluster is down.",
      expression: "prices",
      metrics: { prices: kafka.inputMessages },
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
      minutes: 5,
      points: 2,
      silence: "breaching",
      pipelineDown: true,
    },
    "producer-errors": {
      description: "The producer fails.",
      metric: functionMetrics(reporters, "producer").errors,
      threshold: 0,
      minutes: 5,
      points: 2,
      silence: "notBreaching",
    },
    "producer-missed": {
      description: "EventBridge Scheduler could not invoke the producer.",
      metric: missedInvocations("producer", reporters.missed.producer),
      threshold: 0,
      minutes: 5,
      points: 1,
      silence: "notBreaching",
    },
    "job-lag": { description: "The Flink job falls behind the prices.", metric: kafka.jobLag, ...lag },
    "features-lag": { description: "feature-store falls behind the aggregates.", metric: kafka.featuresLag, ...lag },
    "dead-letters": {
      description: "More than one record in a hundred goes to the dead-letter topic.",
      expression: "100 * dead / IF(prices > 0, prices, 1)",
      metrics: { dead: kafka.deadLetters, prices: kafka.inputMessages },
      threshold: 1,
      minutes: 5,
      points: 2,
      silence: "notBreaching",
    },
  };
}
