import type { FunctionName } from "../../../handlers/functions";
import type { Metric, MetricSources } from "../metric";

/** One function as Lambda reports it (https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html). */
export function functionMetrics({ functions }: MetricSources, handler: FunctionName) {
  const metric = (metricName: string, statistic: Metric["statistic"]): Metric => ({
    namespace: "AWS/Lambda",
    name: metricName,
    dimensions: { FunctionName: functions[handler] },
    statistic,
    label: handler,
  });
  return {
    invocations: metric("Invocations", "Sum"),
    errors: metric("Errors", "Sum"),
    throttles: metric("Throttles", "Sum"),
    duration: metric("Duration", "p95"),
    slowest: metric("Duration", "p99"),
  } as const satisfies Record<string, Metric>;
}
