import { definitionOf, type FunctionName, type MetricOf } from "../../../handlers/functions";
import type { Metric, MetricSources } from "../metric";

/** A metric that one of our functions publishes; `handler` is the function's folder. */
export function ownMetric<Name extends FunctionName>(
  { namespace }: MetricSources,
  handler: Name,
  name: MetricOf<Name>,
  statistic: Metric["statistic"],
): Metric {
  return {
    namespace,
    name,
    dimensions: { service: handler },
    statistic,
    label: definitionOf(handler).metrics[name]!.description,
  };
}
