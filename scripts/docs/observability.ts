import { FUNCTION_METRICS } from "../../contracts/function-metrics";
import { environmentNames, loadEnvironment } from "../../envs/load";
import { pipelineAlarms } from "../../stacks/observability/alarms";
import type { Alarm } from "../../stacks/observability/alarms/alarm";
import { dashboards } from "../../stacks/observability/dashboards";
import type { Metric, Reporters } from "../../stacks/observability/metric";
import { brokerIds } from "../../stacks/streaming/brokers";
import { table } from "./sections";

/** Names as the documents show them, where only a deployment knows the real ones. */
const EXAMPLE: Reporters = {
  clusterName: "<cluster>",
  brokerIds: [],
  topics: { input: "<input>", output: "<output>", dlq: "<dlq>" },
  groups: { job: "<job>", features: "<feature-store>" },
  applicationName: "<application>",
  streamName: "<stream>",
  functions: {
    producer: "producer",
    consumer: "consumer",
    "feature-store": "feature-store",
    "check-feature-store": "check-feature-store",
  },
  missed: {
    producer: "<producer>-missed",
    "check-feature-store": "<check-feature-store>-missed",
    consumer: "<consumer>-missed",
  },
  featureSourceId: "<event source mapping>",
  namespace: "<project>-<env>",
};

/** Every alarm that some environment has, by name; thresholds are the first such environment's. */
function allAlarms(): Record<string, Alarm> {
  const each = environmentNames().map((name) => {
    const environment = loadEnvironment(name);
    return pipelineAlarms({ ...EXAMPLE, brokerIds: brokerIds(environment.kafka) }, environment);
  });
  return Object.assign({}, ...each.reverse());
}

const SIGNS = { GreaterThanThreshold: ">", LessThanOrEqualToThreshold: "≤", LessThanThreshold: "<" } as const;

/** Data points that must be over the threshold, of those that are looked at. */
const datapoints = ({ minutes, datapointsToAlarm, evaluationPeriods = datapointsToAlarm }: Alarm): string =>
  `${datapointsToAlarm} of ${evaluationPeriods} × ${minutes} min`;

const metricsOf = (alarm: Alarm): Metric[] => ("metric" in alarm ? [alarm.metric] : Object.values(alarm.metrics));

export const alarmsTable = (): string =>
  table(
    ["alarm", "threshold", "data points", "missing data", "pipeline unhealthy", "description"],
    Object.entries(allAlarms()).map(([name, alarm]) => [
      `[\`${name}\`](ALERT_RUNBOOKS.md#${alarm.runbook ?? name})`,
      `${"metric" in alarm ? alarm.metric.name : alarm.expression} ${SIGNS[alarm.comparison ?? "GreaterThanThreshold"]} ${alarm.threshold}`,
      datapoints(alarm),
      alarm.treatMissingData,
      alarm.pipelineDown ? "yes" : "",
      alarm.description,
    ]),
  );

/** How far each alarm can be trusted; the alarms of further brokers are like those of the first. */
export const evidenceTable = (): string =>
  table(
    ["alarm", "fires when", "after", "false alarms", "uncertain", "source"],
    Object.entries(allAlarms())
      .filter(([name]) => !/^broker-([2-9]|\d\d)/.test(name))
      .map(([name, { evidence }]) => [
        `\`${name}\``,
        evidence.fires,
        evidence.after,
        evidence.falsely,
        evidence.uncertain ?? "",
        `[AWS](${evidence.source})`,
      ]),
  );

export const dashboardsTable = (): string =>
  table(
    ["dashboard", "graphs"],
    Object.entries(dashboards(EXAMPLE)).map(([name, graphs]) => [
      `\`<project>-<env>-${name}\``,
      graphs.map(({ title }) => title).join(" · "),
    ]),
  );

/** Every metric that an alarm or a dashboard shows, once. */
export function metricsTable(): string {
  const shown = [
    ...Object.values(allAlarms()).flatMap(metricsOf),
    ...Object.values(dashboards(EXAMPLE)).flatMap((graphs) => graphs.flatMap(({ metrics }) => metrics)),
  ];
  const rows = shown.map((metric) => [
    metric.namespace,
    `\`${metric.name}\``,
    Object.entries(metric.dimensions)
      .map(([name, value]) => `${name}=${value}`)
      .join(", "),
    metric.statistic,
  ]);
  const unique = [...new Map(rows.map((row) => [row.join(), row])).values()];
  return table(
    ["namespace", "metric", "dimensions", "statistic"],
    unique.sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  );
}

export const functionMetricsTable = (): string =>
  table(
    ["metric", "unit", "what it counts"],
    Object.entries(FUNCTION_METRICS).map(([name, { unit, description }]) => [`\`${name}\``, unit, description]),
  );
