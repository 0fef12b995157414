import type { MetricSources } from "../metric";
import { functionMetrics } from "../metrics/functions";
import type { Alarm } from "./alarm";
import { missedAlarm } from "./missed";
import { SOURCES } from "./sources";

/** Of the function that answers what is in a topic; the pipeline does not depend on it. */
export function consumerAlarms(sources: MetricSources): Record<string, Alarm> {
  const soon = { threshold: 0, minutes: 5, datapointsToAlarm: 1, treatMissingData: "notBreaching" } as const;
  return {
    "consumer-errors": {
      description: "The consumer fails when it is asked what is in a topic.",
      metric: functionMetrics(sources, "consumer").errors,
      ...soon,
      evidence: {
        fires: "one invocation fails",
        after: "5 minutes",
        falsely: "a question that it does not understand counts as a failure",
        source: SOURCES.lambda,
      },
    },
    ...missedAlarm(sources, "consumer", { name: "consumer-missed", who: "the consumer" }),
  };
}
