import { CloudwatchCompositeAlarm } from "@cdktf/provider-aws/lib/cloudwatch-composite-alarm";
import {
  CloudwatchMetricAlarm,
  type CloudwatchMetricAlarmMetricQuery,
} from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { Fn, type IResolvable, type MapTerraformIterator } from "cdktf";
import { Construct } from "constructs";
import { atMost, implies, joined, keysOf, subset } from "../../module-kit/comparisons";
import { type Props, parse } from "../../module-kit/inputs";
import { defineModule } from "../../module-kit/module";
import { precondition, preconditionForEach } from "../../module-kit/precondition";
import { blocks, byKey, concat, forEachOf, given } from "../../module-kit/structure";
import { inputs, type MathMetric } from "./inputs";

export { inputs };

/**
 * CloudWatch alarms that say what is wrong and where to read on, and one over all that matter.
 * Every alarm notifies the topic when it fires and when it is OK again, and decides what missing data means.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
 */
export class Alarms extends Construct {
  private readonly metric: CloudwatchMetricAlarm;
  private readonly math: CloudwatchMetricAlarm;
  private readonly composite: CloudwatchCompositeAlarm;

  constructor(scope: Construct, id: string, props: Props<typeof inputs>) {
    super(scope, id);
    const p = parse(this, inputs, props);
    const notify = { alarmActions: [p.topicArn], okActions: [p.topicArn], tags: p.tags };
    const common = (each: MapTerraformIterator) => ({
      forEach: each,
      alarmName: `${p.name}-${each.key}`,
      alarmDescription: `${each.getString("description")} Runbook: ${each.getString("runbook_url")}`,
      threshold: each.getNumber("threshold"),
      comparisonOperator: each.getString("comparison"),
      evaluationPeriods: each.getNumber("evaluation_periods"),
      datapointsToAlarm: each.getNumber("datapoints_to_alarm"),
      treatMissingData: each.getString("treat_missing_data"),
      ...notify,
    });

    const metric = forEachOf(p.alarms);
    this.metric = new CloudwatchMetricAlarm(this, "metric", {
      ...common(metric),
      lifecycle: enoughDatapoints(this, "alarms", p.alarms, metric),
      namespace: metric.getString("namespace"),
      metricName: metric.getString("metric_name"),
      dimensions: metric.getStringMap("dimensions"),
      statistic: metric.getString("statistic"),
      period: metric.getNumber("period"),
    });

    const math = forEachOf(p.mathAlarms);
    this.math = new CloudwatchMetricAlarm(this, "math", {
      ...common(math),
      lifecycle: enoughDatapoints(this, "math_alarms", p.mathAlarms, math),
      metricQuery: concat(
        [{ id: "alarm", expression: math.getString("expression"), label: math.key, returnData: true }],
        blocks<MathMetric, CloudwatchMetricAlarmMetricQuery>(math.getAny("metrics"), (m) => ({
          id: m.id,
          returnData: false,
          metric: {
            namespace: m.namespace,
            metricName: m.metric,
            dimensions: m.dimensions,
            stat: m.statistic,
            period: m.period,
          },
        })),
      ),
    });

    this.composite = new CloudwatchCompositeAlarm(this, "composite", {
      alarmName: `${p.name}-${p.compositeName}`,
      alarmDescription: `${p.compositeDescription} Runbook: ${p.compositeRunbookUrl}`,
      alarmRule: Fn.join(" OR ", Fn.formatlist("ALARM(%q)", [Fn.formatlist("%s-%s", [p.name, p.compositeMembers])])),
      ...notify,
      lifecycle: precondition(
        this,
        "Each element of composite_members must be a key of alarms or math_alarms.",
        subset(p.compositeMembers, joined(keysOf(p.alarms), keysOf(p.mathAlarms))),
      ),
      dependsOn: [this.metric, this.math],
    });
  }

  /** ARNs by name, of the alarms on one metric and on expressions. */
  get alarmArns(): Record<string, string> {
    return Fn.merge([byKey(this.metric, "arn"), byKey(this.math, "arn")]);
  }

  get compositeArn(): string {
    return this.composite.arn;
  }
}

interface Counted {
  readonly datapointsToAlarm: number | null;
  readonly evaluationPeriods: number;
}

/** Data points that must be over the threshold are among those that are evaluated. */
const enoughDatapoints = (
  scope: Construct,
  input: string,
  over: Readonly<Record<string, Counted>> | IResolvable,
  each: MapTerraformIterator,
) =>
  preconditionForEach(scope, {
    over,
    each,
    message: (key) => `${input}.${key}.datapoints_to_alarm must be at most its evaluation_periods.`,
    holds: ({ datapointsToAlarm, evaluationPeriods }) =>
      implies(given(datapointsToAlarm), atMost(datapointsToAlarm, evaluationPeriods)),
  });

export const alarmsModule = defineModule({
  name: "alarms",
  description: "CloudWatch alarms with runbook links, and a composite alarm over those that matter.",
  inputs,
  construct: Alarms,
  outputs: {
    alarmArns: { description: "ARNs of the alarms, by name.", value: (m) => m.alarmArns },
    compositeArn: { description: "ARN of the composite alarm.", value: (m) => m.compositeArn },
  },
});
