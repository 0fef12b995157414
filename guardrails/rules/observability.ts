import { isSet, type Rule } from "../rule";

const ALARMS = ["aws_cloudwatch_metric_alarm", "aws_cloudwatch_composite_alarm"];

/** Logs and alarms. */
export const observabilityRules: readonly Rule[] = [
  {
    id: "log-group-retention",
    types: ["aws_cloudwatch_log_group"],
    requirement: "must say how long it keeps its lines",
    counterparts: ["NIST.800.53.R5-CloudWatchLogGroupRetentionPeriod"],
    check: ({ body }) => Number(body.retention_in_days) > 0,
  },
  {
    id: "log-group-key",
    types: ["aws_cloudwatch_log_group"],
    requirement: "must be encrypted with a KMS key of the project",
    counterparts: ["NIST.800.53.R5-CloudWatchLogGroupEncrypted"],
    check: ({ body }) => isSet(body.kms_key_id),
  },
  {
    id: "alarm-action",
    types: ALARMS,
    requirement: "must tell somebody",
    counterparts: ["NIST.800.53.R5-CloudWatchAlarmAction"],
    check: ({ body }) => isSet(body.alarm_actions) && body.actions_enabled !== false,
  },
  {
    id: "alarm-missing-data",
    types: ["aws_cloudwatch_metric_alarm"],
    requirement: "must say what missing data means",
    check: ({ body }) => isSet(body.treat_missing_data),
  },
  {
    id: "alarm-runbook",
    types: ALARMS,
    requirement: "must link its runbook",
    check: ({ body }) => /https?:\/\/|docs\/ALERT_RUNBOOKS\.md|\$\{/.test(String(body.alarm_description)),
  },
];
