import type { Structure } from "../models/shape";
import { type Limit, listOf, numberOf, structureOf, textOf, unless } from "./limit";

const ALARMS = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html";
const QUERIES = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html";
const COMPOSITES = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html";
const DAY_SECONDS = 86_400;
const PUT = ["cloudwatch:PutMetricAlarm"];

const queries = (parameters: Structure) => listOf(parameters, "Metrics");
const stats = (parameters: Structure) =>
  queries(parameters).filter((query) => Object.keys(structureOf({ query }, "query", "MetricStat")).length > 0);
const ids = (parameters: Structure) => queries(parameters).map((query) => textOf(query, "Id"));

function periods(parameters: Structure): number[] {
  const all = [
    numberOf(parameters, "Period"),
    ...queries(parameters).map((query) => numberOf(query, "Period")),
    ...stats(parameters).map((query) => numberOf(structureOf({ query }, "query", "MetricStat"), "Period")),
  ];
  return all.filter((period) => period !== undefined);
}

export const alarms: readonly Limit[] = [
  {
    rule: "an alarm has at most 10 metrics",
    source: ALARMS,
    of: PUT,
    problems: (parameters) => unless(stats(parameters).length <= 10, stats(parameters).length),
  },
  {
    rule: "exactly one of an alarm's metrics returns data",
    source: QUERIES,
    of: PUT,
    problems: (parameters) => {
      const returned = queries(parameters).filter((query) => structureOf({ query }, "query").ReturnData !== false);
      return unless(queries(parameters).length === 0 || returned.length === 1, returned.length);
    },
  },
  {
    rule: "a period has 10, 20 or 30 seconds, or whole minutes",
    source: ALARMS,
    of: PUT,
    problems: (parameters) =>
      periods(parameters)
        .filter((period) => ![10, 20, 30].includes(period) && period % 60 !== 0)
        .map(String),
  },
  {
    rule: "an alarm looks at a day at most, and at a week where its period is an hour or more",
    source: ALARMS,
    of: PUT,
    problems: (parameters) => {
      const period = Math.max(60, ...periods(parameters));
      const seconds = period * (numberOf(parameters, "EvaluationPeriods") ?? 1);
      return unless(seconds <= (period >= 3600 ? 7 * DAY_SECONDS : DAY_SECONDS), seconds);
    },
  },
  {
    rule: "no more datapoints to alarm than periods",
    source: ALARMS,
    of: PUT,
    problems: (parameters) => {
      const [datapoints = 1, all = 1] = [
        numberOf(parameters, "DatapointsToAlarm"),
        numberOf(parameters, "EvaluationPeriods"),
      ];
      return unless(datapoints <= all, `${datapoints} of ${all}`);
    },
  },
  {
    rule: "a plain alarm has a statistic or an extended one",
    source: ALARMS,
    of: PUT,
    problems: (parameters) =>
      unless(
        queries(parameters).length > 0 || "Statistic" in parameters !== "ExtendedStatistic" in parameters,
        "both or none",
      ),
  },
  {
    rule: "ids of an alarm's metrics differ, and begin with a small letter",
    source: QUERIES,
    of: PUT,
    problems: (parameters) => {
      const all = ids(parameters);
      return unless(
        new Set(all).size === all.length && all.every((id) => /^[a-z][A-Za-z0-9_]*$/.test(id)),
        all.join(", "),
      );
    },
  },
  {
    rule: "an alarm's expressions name its metrics",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html",
    of: PUT,
    problems: (parameters) =>
      queries(parameters)
        .map((query) => textOf(query, "Expression"))
        .filter((expression) => !/^\s*SELECT\b/i.test(expression))
        .flatMap((expression) => {
          const used = expression.replace(/"[^"]*"|'[^']*'/g, "").match(/\b[a-z][A-Za-z0-9_]*\b/g) ?? [];
          const unknown = used.filter((id) => !ids(parameters).includes(id));
          return unless(unknown.length === 0, `${expression} has ${unknown.join(", ")}`);
        }),
  },
  {
    rule: "what an alarm notifies is a topic",
    source: ALARMS,
    of: [...PUT, "cloudwatch:PutCompositeAlarm"],
    problems: (parameters) =>
      ["AlarmActions", "OKActions", "InsufficientDataActions"]
        .flatMap((name) => listOf(parameters, name).map(String))
        .filter((arn) => !/^arn:[\w-]+:sns:/.test(arn)),
  },
  {
    rule: "a composite alarm's rule has at most 10,240 characters and 100 alarms",
    source: COMPOSITES,
    of: ["cloudwatch:PutCompositeAlarm"],
    problems: (parameters) => {
      const rule = textOf(parameters, "AlarmRule");
      return unless(
        rule.length <= 10_240 && (rule.match(/\b(ALARM|OK|INSUFFICIENT_DATA)\s*\(/g) ?? []).length <= 100,
        rule.length,
      );
    },
  },
  {
    rule: "a composite alarm's rule is of ALARM, OK, INSUFFICIENT_DATA, AND, OR, NOT, TRUE, FALSE and parentheses",
    source: COMPOSITES,
    of: ["cloudwatch:PutCompositeAlarm"],
    problems: (parameters) => {
      const rule = textOf(parameters, "AlarmRule");
      const rest = rule
        .replace(/\b(ALARM|OK|INSUFFICIENT_DATA)\s*\("[^"]+"\)/g, "")
        .replace(/\b(AND|OR|NOT|TRUE|FALSE)\b/g, "");
      return unless(rule !== "" && /^[\s()]*$/.test(rest), rest.trim().slice(0, 80));
    },
  },
];
