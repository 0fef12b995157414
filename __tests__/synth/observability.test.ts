import { environments, names, only, resources } from "../support/stacks";

describe.each(names)("%s", (name) => {
  const stack = `${name}-observability`;
  const alarms = resources(stack, "aws_cloudwatch_metric_alarm");

  test("has at least eleven alarms, and one over those that matter", () => {
    expect(alarms.length).toBeGreaterThanOrEqual(11);
    expect(only(stack, "aws_cloudwatch_composite_alarm").alarm_rule).toEqual(expect.stringContaining("ALARM("));
  });

  // That each alarm's runbook exists is a guardrail: alarm-runbook.
  test("notifies the topic of each alarm", () => {
    for (const { body } of [...alarms, ...resources(stack, "aws_cloudwatch_composite_alarm")]) {
      expect(body.alarm_actions).toEqual(["${aws_sns_topic.notifications.arn}"]);
    }
  });

  test("writes to the people that the environment names", () => {
    const addresses = resources(stack, "aws_sns_topic_subscription").map(({ body }) => body.endpoint);
    expect(addresses).toEqual(environments[name]!.alarms.emails);
  });

  test("counts in the job's log what could not be committed, and has an alarm on the count", () => {
    const filter = only(stack, "aws_cloudwatch_log_metric_filter");
    expect(filter).toMatchObject({ pattern: '"Unable to commit transaction"' });
    expect(filter.log_group_name).toEqual(expect.stringMatching(/_processing\..*log_group_job_logs_name\}$/));
    const alarm = alarms.find(({ body }) => String(body.alarm_name).endsWith("-output-lost"))!.body;
    expect(filter.metric_transformation).toMatchObject({ namespace: alarm.namespace, name: alarm.metric_name });
    expect(alarm).toMatchObject({ statistic: "Sum", threshold: 0, comparison_operator: "GreaterThanThreshold" });
    expect(alarm.dimensions ?? {}).toEqual({});
  });

  test("shows the state of every alarm on top of the first dashboard", () => {
    const first = resources(stack, "aws_cloudwatch_dashboard").find(({ body }) =>
      String(body.dashboard_name).endsWith("-pipeline"),
    )!.body;
    const [states] = JSON.parse(String(first.dashboard_body)).widgets;
    expect(states).toMatchObject({ type: "alarm", x: 0, y: 0 });
    const shown = states.properties.alarms.map((arn: string) => arn.split(":alarm:")[1]);
    const made = resources(stack, "aws_cloudwatch_metric_alarm").map(({ body }) => body.alarm_name);
    const composite = only(stack, "aws_cloudwatch_composite_alarm").alarm_name;
    expect([...shown].sort()).toEqual([...made, composite].sort());
  });

  test("has four dashboards with at least forty metrics", () => {
    const dashboards = resources(stack, "aws_cloudwatch_dashboard").map(({ body }) =>
      JSON.parse(String(body.dashboard_body)),
    );
    expect(dashboards).toHaveLength(4);
    const metrics = dashboards.flatMap(({ widgets }) =>
      widgets.flatMap(({ properties }: { properties: { metrics?: unknown[][] } }) =>
        (properties.metrics ?? []).map(([namespace, metric]) => `${namespace} ${metric}`),
      ),
    );
    expect(new Set(metrics).size).toBeGreaterThanOrEqual(40);
  });
});
