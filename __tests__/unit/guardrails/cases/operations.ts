import { type Cases, document, one, stack } from "./case";

const alarm = "aws_cloudwatch_metric_alarm";
const topic = ["aws_sns_topic", "it", {}] as const;
const queue = ["aws_sqs_queue", "it", {}] as const;
const tlsOnly = (resource: string) =>
  [
    "data.aws_iam_policy_document",
    "p",
    document({ effect: "Deny", resources: [`\${${resource}.arn}`], condition: [{ variable: "aws:SecureTransport" }] }),
  ] as const;
const schedule = (arn: string) => ["aws_scheduler_schedule", "s", { target: { dead_letter_config: { arn } } }] as const;

/** Logs, alarms, keys, topics and queues. */
export const operationCases: Cases = {
  "log-group-retention": one("aws_cloudwatch_log_group", { retention_in_days: 7 }, {}, { retention_in_days: 0 }),
  "log-group-key": one("aws_cloudwatch_log_group", { kms_key_id: "k" }, {}),
  "alarm-action": one(alarm, { alarm_actions: ["a"] }, {}, { alarm_actions: ["a"], actions_enabled: false }),
  "alarm-missing-data": one(alarm, { treat_missing_data: "breaching" }, {}),
  "alarm-runbook": {
    good: ["Late. Runbook: https://acme.com/ALERT_RUNBOOKS.md#job-lag", "Late. Runbook: ${var.runbook}"].map((text) =>
      stack([alarm, "it", { alarm_description: text }]),
    ),
    bad: [
      "Late.",
      "Late. Runbook: https://acme.com/ALERT_RUNBOOKS.md",
      "Late. Runbook: https://acme.com/ALERT_RUNBOOKS.md#no-such-section",
      "https://acme.com/ALERT_RUNBOOKS.md#job-lag is where to read on",
    ].map((text) => stack([alarm, "it", { alarm_description: text }])),
  },
  "key-rotation": one("aws_kms_key", { enable_key_rotation: true }, {}),
  "topic-encrypted": one("aws_sns_topic", { kms_master_key_id: "k" }, {}),
  "topic-tls-only": {
    good: [stack(topic, tlsOnly("aws_sns_topic.it"))],
    bad: [stack(topic), stack(topic, tlsOnly("aws_sns_topic.x"))],
  },
  "queue-encrypted": one("aws_sqs_queue", { sqs_managed_sse_enabled: true }, {}),
  "queue-dead-letters": {
    good: [stack(["aws_sqs_queue", "it", { redrive_policy: "{}" }]), stack(queue, schedule("${aws_sqs_queue.it.arn}"))],
    bad: [stack(queue), stack(queue, schedule("${aws_sqs_queue.other.arn}"))],
  },
  "queue-tls-only": { good: [stack(queue, tlsOnly("aws_sqs_queue.it"))], bad: [stack(queue)] },
};
