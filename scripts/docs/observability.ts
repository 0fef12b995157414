import { environmentNames, loadEnvironment } from "../../envs/load";
import type { Environment } from "../../envs/schema";
import { pipelineAlarms } from "../../stacks/observability/alarms";
import type { Alarm } from "../../stacks/observability/alarms/alarm";
import { dashboards } from "../../stacks/observability/dashboards";
import type { Metric } from "../../stacks/observability/metric";
import { metricSources } from "../../stacks/observability/metric-sources";
import { table } from "./sections";

const EVENT_SOURCE = "<event source mapping>";
const PREFIX = "<project>-<env>";

const sourcesOf = (environment: Environment) => metricSources(environment, { featureSourceId: EVENT_SOURCE }, PREFIX);

/** Environments as the documents show them: topics by their roles, and every schedule. */
const environments = (): Environment[] => environmentNames().map((name) => shown(loadEnvironment(name)));

function shown(environment: Environment): Environment {
  const { kafka, consumer, producer } = environment;
  const topics = Object.fromEntries(
    Object.entries(kafka.topics).map(([role, topic]) => [role, { ...topic, name: `<${role}>` }]),
  ) as Environment["kafka"]["topics"];
  const schedule = consumer.schedule ?? producer.schedule;
  return { ...environment, kafka: { ...kafka, topics }, consumer: { ...consumer, schedule } };
}

/** What the first environment's dashboards show. */
const shownDashboards = () => dashboards(sourcesOf(environments()[0]!));

/** Every alarm that some environment has, by name; thresholds are the first such environment's. */
function allAlarms(): Record<string, Alarm> {
  const each = environments().map((environment) => pipelineAlarms(sourcesOf(environment), environment));
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
    Object.entries(shownDashboards()).map(([name, graphs]) => [
      `\`<project>-<env>-${name}\``,
      graphs.map(({ title }) => title).join(" · "),
    ]),
  );

/** Every metric that an alarm or a dashboard shows, once. */
export function metricsTable(): string {
  const shown = [
    ...Object.values(allAlarms()).flatMap(metricsOf),
    ...Object.values(shownDashboards()).flatMap((graphs) => graphs.flatMap(({ metrics }) => metrics)),
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
