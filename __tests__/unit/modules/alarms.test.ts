import { Alarms } from "../../../modules/alarms";
import { synthesize } from "./support/synthesize";

type Props = ConstructorParameters<typeof Alarms>[2];

const topicArn = "arn:aws:sns:eu-west-1:111122223333:acme-alarms";
const runbookUrl = "https://example.com/ALERT_RUNBOOKS.md#producer-errors";
const errors = {
  description: "The producer fails.",
  runbookUrl,
  namespace: "AWS/Lambda",
  metricName: "Errors",
  dimensions: { FunctionName: "acme-producer" },
  statistic: "Sum",
  threshold: 0,
  treatMissingData: "notBreaching",
} as const;
const checkpoints = {
  description: "Checkpoints fail.",
  runbookUrl,
  expression: "RATE(failed)",
  metrics: [
    {
      id: "failed",
      namespace: "AWS/KinesisAnalytics",
      metric: "numberOfFailedCheckpoints",
      statistic: "Maximum" as const,
    },
  ],
  threshold: 0,
  treatMissingData: "breaching" as const,
};
const required = {
  name: "acme",
  topicArn,
  compositeName: "unhealthy",
  compositeDescription: "The pipeline is unhealthy.",
  compositeRunbookUrl: runbookUrl,
  alarms: { errors },
  mathAlarms: { checkpoints },
  compositeMembers: ["errors", "checkpoints"],
};
const build = (rest: object = {}) =>
  synthesize((stack) => new Alarms(stack, "watch", { ...required, ...rest } as Props));

describe("alarms", () => {
  test("every alarm notifies the topic when it fires and when it is OK again", () => {
    const { resource } = build();
    const all = [
      ...Object.values(resource.aws_cloudwatch_metric_alarm ?? {}),
      ...Object.values(resource.aws_cloudwatch_composite_alarm ?? {}),
    ];
    expect(all).toHaveLength(3);
    for (const alarm of all) expect(alarm).toMatchObject({ alarm_actions: [topicArn], ok_actions: [topicArn] });
  });

  test("describes what is wrong and where to read on", () => {
    const alarm = build().resource.aws_cloudwatch_metric_alarm?.watch_metric;
    expect(alarm.alarm_description).toBe("${each.value.description} Runbook: ${each.value.runbook_url}");
    expect(alarm.for_each.errors).toMatchObject({ description: "The producer fails.", runbook_url: runbookUrl });
  });

  test("an alarm on one metric", () => {
    const alarm = build().resource.aws_cloudwatch_metric_alarm?.watch_metric;
    expect(alarm).toMatchObject({
      alarm_name: "acme-${each.key}",
      metric_name: "${each.value.metric_name}",
      dimensions: "${each.value.dimensions}",
      treat_missing_data: "${each.value.treat_missing_data}",
    });
    expect(alarm.for_each.errors).toMatchObject({
      metric_name: "Errors",
      period: 300,
      datapoints_to_alarm: null,
      evaluation_periods: 1,
      comparison: "GreaterThanThreshold",
    });
  });

  test("an alarm on an expression: the alarm evaluates the expression, which reads the metrics", () => {
    const alarm = build().resource.aws_cloudwatch_metric_alarm?.watch_math;
    expect(alarm.metric_query).toEqual([
      { id: "alarm", expression: "${each.value.expression}", label: "${each.key}", return_data: true },
    ]);
    expect(alarm.dynamic.metric_query.for_each).toBe("${each.value.metrics}");
    expect(alarm.dynamic.metric_query.content).toMatchObject({
      id: "${metric_query.value.id}",
      return_data: false,
      metric: { metric_name: "${metric_query.value.metric}", stat: "${metric_query.value.statistic}" },
    });
  });

  test("the composite is in ALARM while any of its members does, and is made after them", () => {
    const composite = build().resource.aws_cloudwatch_composite_alarm?.watch_composite;
    expect(composite.alarm_rule).toMatch(/^\$\{join\(" OR ", formatlist\("ALARM\(%q\)"/);
    expect(composite.depends_on).toEqual([
      "aws_cloudwatch_metric_alarm.watch_metric",
      "aws_cloudwatch_metric_alarm.watch_math",
    ]);
  });

  test.each([
    ["no runbook", { alarms: { errors: { ...errors, runbookUrl: "https://example.com/no-anchor" } } }],
    ["no word on missing data", { alarms: { errors: { ...errors, treatMissingData: undefined } } }],
    ["a period below a minute", { alarms: { errors: { ...errors, period: 10 } } }],
    ["a period of a minute and a half", { alarms: { errors: { ...errors, period: 90 } } }],
    ["no members", { compositeMembers: [] }],
  ])("refuses %s", (_, rest) => {
    expect(() => build(rest)).toThrow(/alarms|compositeMembers/);
  });
});
