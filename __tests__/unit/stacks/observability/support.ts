import { loadEnvironment } from "../../../../envs/load";
import type { Environment } from "../../../../envs/schema";
import { pipelineAlarms } from "../../../../stacks/observability/alarms";
import type { MetricSources } from "../../../../stacks/observability/metric";
import { metricSources } from "../../../../stacks/observability/metric-sources";

export const RUNBOOKS = "https://example.com/runbooks";

const named = { clusterName: "kafka", applicationName: "job", featureSourceId: "mapping" };

/** What reports metrics, under short names. */
export const sourcesOf = (environment: Environment): MetricSources => ({
  ...metricSources(environment, named, "own"),
  topics: { input: "in", output: "out", dlq: "dead" },
});

/** The alarms of an environment, some of whose settings may be others. */
export function alarmsOf(name: string, changed: Partial<Environment> = {}) {
  const environment = { ...loadEnvironment(name), ...changed };
  return pipelineAlarms(sourcesOf(environment), environment);
}
