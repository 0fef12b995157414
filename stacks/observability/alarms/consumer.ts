import type { Reporters } from "../metric";
import { functionMetrics } from "../metrics/functions";
import { missedInvocations } from "../metrics/queues";
import type { Alarm } from "./alarm";
import { SOURCES } from "./sources";

/** Of the function that answers what is in a topic; the pipeline does not depend on it. */
export function consumerAlarms(reporters: Reporters): Record<string, Alarm> {
  const soon = { threshold: 0, minutes: 5, datapointsToAlarm: 1, treatMissingData: "notBreaching" } as const;
  return {
    "consumer-errors": {
      description: "The consumer fails when it is asked what is in a topic.",
      metric: functionMetrics(reporters, "consumer").errors,
      ...soon,
      evidence: {
        fires: "one invocation fails",
        after: "5 minutes",
        falsely: "a question that it does not understand counts as a failure",
        source: SOURCES.lambda,
      },
    },
    ...(reporters.missed.consumer && {
      "consumer-missed": {
        description: "EventBridge Scheduler could not invoke the consumer.",
        metric: missedInvocations("consumer", reporters.missed.consumer),
        ...soon,
        evidence: {
          fires: "an invocation that the scheduler gave up is in the queue",
          after: "5 minutes after it was given up",
          falsely: "it stays in ALARM until the queue is empty: somebody purges it, or 14 days pass",
          source: SOURCES.queues,
        },
      },
    }),
  };
}
