import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const runbookUrl = "https://example.com/runbooks.md#lag";

const lag = {
  description: "The job falls behind.",
  runbookUrl,
  threshold: 10_000,
  treatMissingData: "breaching" as const,
  namespace: "AWS/Kafka",
  metricName: "MaxOffsetLag",
  statistic: "Maximum" as const,
};

const minimal = {
  name: "market-data-dev",
  topicArn: "arn:aws:sns:eu-west-1:123456789012:market-data-dev-alarms",
  alarms: { lag },
  compositeName: "unhealthy",
  compositeDescription: "The pipeline is unhealthy.",
  compositeRunbookUrl: runbookUrl,
  compositeMembers: ["lag"],
};

export const cases: Cases<typeof inputs> = {
  minimal,
  full: {
    name: "market-data-prod",
    topicArn: "arn:aws:sns:eu-west-1:123456789012:market-data-prod-alarms",
    alarms: {
      downtime: {
        description: "The job does not run.",
        runbookUrl,
        threshold: 0,
        comparison: "GreaterThanThreshold",
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        treatMissingData: "breaching",
        namespace: "AWS/KinesisAnalytics",
        metricName: "downtime",
        dimensions: { Application: "market-data-prod" },
        statistic: "Maximum",
        period: 60,
      },
    },
    mathAlarms: {
      checkpoints: {
        description: "Checkpoints fail.",
        runbookUrl,
        threshold: 0,
        treatMissingData: "breaching",
        expression: "RATE(failed)",
        metrics: [
          {
            id: "failed",
            namespace: "AWS/KinesisAnalytics",
            metric: "numberOfFailedCheckpoints",
            statistic: "Maximum",
          },
        ],
      },
      slow: {
        description: "One invocation in a hundred is slow.",
        runbookUrl,
        threshold: 48_000,
        treatMissingData: "notBreaching",
        expression: "slowest",
        metrics: [{ id: "slowest", namespace: "AWS/Lambda", metric: "Duration", statistic: "p99" }],
      },
      "error-rate": {
        description: "Too many invocations fail.",
        runbookUrl,
        threshold: 5,
        evaluationPeriods: 3,
        datapointsToAlarm: 2,
        treatMissingData: "notBreaching",
        expression: "100 * errors / invocations",
        metrics: [
          {
            id: "errors",
            namespace: "AWS/Lambda",
            metric: "Errors",
            dimensions: { FunctionName: "p" },
            statistic: "Sum",
          },
          { id: "invocations", namespace: "AWS/Lambda", metric: "Invocations", statistic: "Sum", period: 60 },
        ],
      },
    },
    compositeName: "unhealthy",
    compositeDescription: "The pipeline is unhealthy.",
    compositeRunbookUrl: runbookUrl,
    compositeMembers: ["downtime", "error-rate"],
    tags: { Team: "data" },
  },
};

export const invalid: Invalid<typeof inputs> = {
  "a member that is no alarm": {
    inputs: { ...minimal, compositeMembers: ["lag", "lagg"] },
    message: "Each element of composite_members must be a key of alarms or math_alarms.",
  },
  "more data points than are evaluated": {
    inputs: { ...minimal, alarms: { lag: { ...lag, evaluationPeriods: 2, datapointsToAlarm: 3 } } },
    message: "alarms.lag.datapoints_to_alarm must be at most its evaluation_periods.",
  },
  "more data points of a math alarm than are evaluated": {
    inputs: {
      ...minimal,
      mathAlarms: {
        rate: {
          description: "Too many invocations fail.",
          runbookUrl,
          threshold: 5,
          treatMissingData: "notBreaching",
          evaluationPeriods: 2,
          datapointsToAlarm: 3,
          expression: "100 * errors",
          metrics: [{ id: "errors", namespace: "AWS/Lambda", metric: "Errors", statistic: "Sum" }],
        },
      },
    },
    message: "math_alarms.rate.datapoints_to_alarm must be at most its evaluation_periods.",
  },
};
