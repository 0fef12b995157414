import * as z from "zod";
import { arn } from "../../module-kit/arn";
import { text } from "../../module-kit/text";

const alarmKey = text(/^[a-z0-9-]{1,60}$/, "be 1 to 60 of a-z, 0-9 and hyphen");
const statistic = z.enum(["Average", "Maximum", "Minimum", "SampleCount", "Sum"]);
const period = z.int().min(60).max(86_400).multipleOf(60).default(300).describe("Seconds that one data point covers.");
/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_Dimension.html */
const dimensions = z.record(z.string().min(1).max(255), z.string().min(1).max(1024)).default({});
const namespace = text(
  /^[a-zA-Z0-9._/#-][a-zA-Z0-9 ._/#:-]{0,254}$/,
  "be 1 to 255 of a-z, A-Z, 0-9, space and ._/#:-, and not begin with a colon",
);
const metricName = z.string().min(1).max(255);

/** What every alarm has, whatever it watches. */
const alarm = {
  description: z.string().min(1).max(800).describe("What is wrong when it is in ALARM."),
  runbookUrl: text(/^https:\/\/.+#.+$/, "be an https URL with the #anchor of the alarm's runbook").max(200),
  threshold: z.number(),
  comparison: z
    .enum(["GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanOrEqualToThreshold", "LessThanThreshold"])
    .default("GreaterThanThreshold"),
  evaluationPeriods: z.int().min(1).max(1440).default(1),
  datapointsToAlarm: z
    .int()
    .min(1)
    .max(1440)
    .nullable()
    .default(null)
    .describe(
      "Data points of those evaluated that must be over the threshold; all of them when it is null. Two or more over an expression with FILL: a point that comes late is the fill value at first.",
    ),
  treatMissingData: z
    .enum(["breaching", "ignore", "missing", "notBreaching"])
    .describe("What missing data means; there is no good default."),
};

/** Percentiles need metrics of which CloudWatch has each value (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html). */
const mathStatistic = z.enum([...statistic.options, "p90", "p95", "p99"]);

/** Field names are single words: within a list they reach Terraform as they are. */
const mathMetric = z.object({
  id: text(/^[a-z][a-zA-Z0-9_]{0,254}$/, "be 1 to 255 of a-z, A-Z, 0-9 and underscore, starting with a-z"),
  namespace,
  metric: metricName,
  dimensions,
  statistic: mathStatistic,
  period,
});
export type MathMetric = z.output<typeof mathMetric>;

export const inputs = z.object({
  name: text(/^[a-zA-Z0-9_-]{1,100}$/, "be 1 to 100 of a-z, A-Z, 0-9, underscore and hyphen").describe(
    "Prefix of the alarms' names, such as `market-data-dev`.",
  ),
  topicArn: arn("sns:topic").describe(
    "ARN of the SNS topic that is notified when an alarm fires and when it is OK again.",
  ),
  alarms: z
    .record(alarmKey, z.object({ ...alarm, namespace, metricName, dimensions, statistic, period }))
    .default({})
    .describe("Alarms on one metric, by name."),
  mathAlarms: z
    .record(
      alarmKey,
      z.object({
        ...alarm,
        expression: z.string().min(1).max(1024).describe("Metric math over the ids of `metrics`."),
        metrics: z.array(mathMetric).min(1).max(9),
      }),
    )
    .default({})
    .describe("Alarms on an expression over metrics, by name."),
  compositeName: alarmKey.describe("Name of the alarm that is in ALARM while any of its members is."),
  compositeDescription: alarm.description.describe("What is wrong when the composite alarm is in ALARM."),
  compositeRunbookUrl: alarm.runbookUrl.describe("URL of the composite alarm's runbook."),
  compositeMembers: z
    .array(alarmKey)
    .min(1)
    .max(100)
    .describe("Its members, by their names in `alarms` and `math_alarms`."),
  tags: z.record(z.string(), z.string()).default({}).describe("Tags for every resource."),
});
