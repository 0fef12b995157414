import type { Environment } from "../../../../envs/schema";
import { pipelineAlarms } from "../../../../stacks/observability/alarms";
import { alarmInputs } from "../../../../stacks/observability/alarms/inputs";
import { metricSources } from "../../../../stacks/observability/metric-sources";
import type { StateResource } from "../../../../terraform-cli/test";

const NAME = "market-data-test";

/** As in the example's mocks. */
const SOURCE_ID = "11111111-2222-3333-4444-555555555555";

/** When an alarm fires, and over which metrics. */
type Condition = Readonly<Record<string, unknown>>;

interface MetricAlarm {
  readonly alarm_description: string;
  readonly threshold: number;
  readonly comparison_operator: string;
  readonly evaluation_periods: number;
  readonly datapoints_to_alarm: number | null;
  readonly treat_missing_data: string;
  readonly namespace: string | null;
  readonly metric_name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly statistic: string;
  readonly period: number;
  readonly metric_query: readonly {
    readonly id: string;
    readonly expression: string | null;
    readonly metric: readonly {
      readonly namespace: string;
      readonly metric_name: string;
      readonly dimensions: Readonly<Record<string, string>>;
      readonly stat: string;
      readonly period: number;
    }[];
  }[];
}

/** The example's alarms as they were applied, by name. */
export function exampleAlarms(resources: readonly StateResource[]): Record<string, Condition> {
  return Object.fromEntries(
    resources.flatMap(({ address, values }) => {
      const [, name] = /aws_cloudwatch_metric_alarm\.\w+\["(.+)"\]$/.exec(address) ?? [];
      return name ? [[name, asInputs(values as MetricAlarm)]] : [];
    }),
  );
}

const asInputs = (alarm: MetricAlarm): Condition => ({
  description: alarm.alarm_description.replace(/ Runbook: .*/, ""),
  threshold: alarm.threshold,
  comparison: alarm.comparison_operator,
  evaluationPeriods: alarm.evaluation_periods,
  // CloudWatch takes all that are evaluated where nothing is said.
  datapointsToAlarm: alarm.datapoints_to_alarm || alarm.evaluation_periods,
  treatMissingData: alarm.treat_missing_data,
  ...(alarm.namespace ? simple(alarm) : math(alarm)),
});

const simple = ({ namespace, metric_name: metricName, dimensions, statistic, period }: MetricAlarm) => ({
  namespace,
  metricName,
  dimensions,
  statistic,
  period,
});

const math = ({ metric_query: queries }: MetricAlarm) => ({
  expression: queries.find(({ expression }) => expression)?.expression,
  metrics: queries.flatMap(({ id, metric }) =>
    metric.map(({ namespace, metric_name, dimensions, stat, period }) => ({
      id,
      namespace,
      metric: metric_name,
      dimensions,
      statistic: stat,
      period,
    })),
  ),
});

/** The alarms of the environment's stacks, for parts that are named as the example names them. */
export function stackAlarms(environment: Environment): Record<string, Condition> {
  const sources = metricSources(environment, { featureSourceId: SOURCE_ID }, NAME);
  const all = pipelineAlarms(sources, environment);
  const { alarms = {}, mathAlarms = {} } = alarmInputs(all, "https://example.com/runbooks");
  return Object.fromEntries(
    Object.entries({ ...alarms, ...mathAlarms }).map(([name, { runbookUrl, ...alarm }]) => [name, alarm]),
  );
}
