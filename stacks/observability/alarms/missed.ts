import type { ScheduledFunction } from "../../../handlers/functions";
import type { MetricSources } from "../metric";
import { missedInvocationsMetric } from "../metrics/queues";
import type { Alarm } from "./alarm";
import { SOURCES } from "./sources";

/**
 * Of invocations that EventBridge Scheduler gave up; none where the function has no schedule.
 *
 * @param name the alarm's name
 * @param who the function, as the description calls it
 */
export function missedAlarm(
  sources: MetricSources,
  handler: ScheduledFunction,
  { name, who }: { readonly name: string; readonly who: string },
): Record<string, Alarm> {
  const metric = missedInvocationsMetric(sources, handler);
  if (!metric) return {};
  return {
    [name]: {
      description: `EventBridge Scheduler could not invoke ${who}.`,
      metric,
      threshold: 0,
      minutes: 5,
      datapointsToAlarm: 1,
      treatMissingData: "notBreaching",
      evidence: {
        fires: "an invocation that the scheduler gave up is in the queue",
        after: "5 minutes after it was given up",
        falsely: "it stays in ALARM until the queue is empty: somebody purges it, or 14 days pass",
        source: SOURCES.queues,
      },
    },
  };
}
