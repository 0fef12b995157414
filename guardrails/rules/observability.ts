import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isSet, type Rule } from "../rule";

const RUNBOOKS = join(__dirname, "..", "..", "docs", "ALERT_RUNBOOKS.md");
/** Anchors of its sections, each named like the alarm that it is for. */
const SECTIONS = new Set([...readFileSync(RUNBOOKS, "utf8").matchAll(/^## (\S+)$/gm)].map(([, section]) => section));

/** Whether a description ends in a link to a section that is there; what only Terraform will know may be one. */
function linksRunbook(description: string): boolean | string[] {
  const [, section] = /https:\/\/[^\s#]+#(\S+)$/.exec(description) ?? [];
  if (section === undefined || section.includes("${")) return description.includes("${");
  return SECTIONS.has(section) ? [] : [`docs/ALERT_RUNBOOKS.md has no section ${section}`];
}

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
    requirement: "must end with a link to its section of docs/ALERT_RUNBOOKS.md",
    check: ({ body }) => linksRunbook(String(body.alarm_description)),
  },
];
