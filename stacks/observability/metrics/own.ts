import { FUNCTION_METRICS, type FunctionMetric } from "../../../contracts/function-metrics";
import type { Metric, Reporters } from "../metric";

/** A metric that one of our functions publishes; `handler` is the function's folder. */
export function ownMetric(
  { namespace }: Reporters,
  handler: string,
  name: FunctionMetric,
  statistic: Metric["statistic"],
): Metric {
  return {
    namespace,
    name,
    dimensions: { service: handler },
    statistic,
    label: FUNCTION_METRICS[name].description,
  };
}
