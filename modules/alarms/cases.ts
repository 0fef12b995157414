import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./inputs";

const runbookUrl = "https://example.com/runbooks.md#lag";

export const cases: Cases<typeof inputs> = {
  minimal: {
    name: "market-data-dev",
    topicArn: "arn:aws:sns:eu-west-1:123456789012:market-data-dev-alarms",
    alarms: {
      lag: {
        description: "The job falls behind.",
        runbookUrl,
        threshold: 10_000,
        treatMissingData: "breaching",
        namespace: "AWS/Kafka",
        metricName: "MaxOffsetLag",
        statistic: "Maximum",
      },
    },
    compositeName: "unhealthy",
    compositeDescription: "The pipeline is unhealthy.",
    compositeRunbookUrl: runbookUrl,
    compositeMembers: ["lag"],
  },
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
      "error-rate": {
        description: "Too many invocations fail.",
        runbookUrl,
        threshold: 5,
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
