import type { Props } from "../../../module-kit/inputs";
import type { inputs } from "../../../modules/alarms";
import type { Metric } from "../metric";
import { overReported } from "../sum";
import type { Alarm, MathAlarm, MetricAlarm } from "./alarm";

type AlarmInputs = Pick<Props<typeof inputs>, "alarms" | "mathAlarms" | "compositeMembers">;

const isMath = (alarm: Alarm): alarm is MathAlarm => "expression" in alarm;

/** The alarms as the module takes them; each one's runbook is the section of its name below `runbooks`. */
export function alarmInputs(alarms: Readonly<Record<string, Alarm>>, runbooks: string): AlarmInputs {
  const named = Object.entries(alarms);
  return {
    alarms: Object.fromEntries(
      named
        .filter((entry): entry is [string, MetricAlarm] => !isMath(entry[1]))
        .map(([name, alarm]) => [name, { ...common(name, alarm, runbooks), ...simple(alarm) }]),
    ),
    mathAlarms: Object.fromEntries(
      named
        .filter((entry): entry is [string, MathAlarm] => isMath(entry[1]))
        .map(([name, alarm]) => [name, { ...common(name, alarm, runbooks), ...math(alarm) }]),
    ),
    compositeMembers: named.filter(([, { pipelineDown }]) => pipelineDown).map(([name]) => name),
  };
}

const common = (name: string, alarm: Alarm, runbooks: string) => ({
  description: alarm.description,
  runbookUrl: `${runbooks}#${alarm.runbook ?? name}`,
  threshold: alarm.threshold,
  comparison: alarm.comparison ?? ("GreaterThanThreshold" as const),
  evaluationPeriods: alarm.evaluationPeriods ?? alarm.datapointsToAlarm,
  datapointsToAlarm: alarm.datapointsToAlarm,
  treatMissingData: alarm.treatMissingData,
});

const simple = ({ metric, minutes }: MetricAlarm) => ({
  namespace: metric.namespace,
  metricName: metric.name,
  dimensions: metric.dimensions,
  statistic: plain(metric),
  period: minutes * 60,
});

const math = ({ minutes, ...alarm }: MathAlarm) => {
  const { expression, metrics } = overReported(alarm);
  return {
    expression,
    metrics: Object.entries(metrics).map(([id, metric]) => ({
      id,
      namespace: metric.namespace,
      metric: metric.name,
      dimensions: metric.dimensions,
      statistic: metric.statistic,
      period: minutes * 60,
    })),
  };
};

function plain({ name, statistic, parts }: Metric): Exclude<Metric["statistic"], "p95" | "p99"> {
  if (parts) throw new Error(`An alarm on ${name}, which may come in parts, needs an expression`);
  if (statistic === "p95" || statistic === "p99")
    throw new Error(`An alarm on ${name} needs an expression: ${statistic} is no plain statistic`);
  return statistic;
}
