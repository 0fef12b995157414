import { type Cases, one } from "./case";

const fn = "aws_lambda_function";
const mapping = "aws_lambda_event_source_mapping";
const ended = { maximum_retry_attempts: 3, maximum_record_age_in_seconds: 60 };

export const functionCases: Cases = {
  "function-runtime": one(fn, { runtime: "nodejs22.x" }, { runtime: "nodejs18.x" }),
  "function-vpc": one(
    fn,
    { vpc_config: { subnet_ids: ["a"], security_group_ids: ["b"] } },
    {},
    { vpc_config: { subnet_ids: [], security_group_ids: [] } },
  ),
  "function-environment-key": one(
    fn,
    { environment: { variables: { A: "b" } }, kms_key_arn: "k" },
    { environment: { variables: { A: "b" } } },
  ),
  "function-concurrency": one(fn, { reserved_concurrent_executions: 1 }, {}, { reserved_concurrent_executions: -1 }),
  "function-tracing": one(fn, { tracing_config: { mode: "Active" } }, { tracing_config: { mode: "PassThrough" } }),
  "function-log-group": one(fn, { logging_config: { log_group: "g" } }, {}),
  "event-source-failures": one(mapping, { destination_config: { on_failure: { destination_arn: "a" } } }, {}),
  "event-source-retries": one(
    mapping,
    ended,
    { maximum_record_age_in_seconds: 60 },
    { ...ended, maximum_retry_attempts: -1 },
    { ...ended, maximum_record_age_in_seconds: -1 },
  ),
  "event-source-bisect": one(mapping, { bisect_batch_on_function_error: true }, {}),
  "event-source-partial-failures": one(mapping, { function_response_types: ["ReportBatchItemFailures"] }, {}),
  "event-source-group": one(mapping, { amazon_managed_kafka_event_source_config: { consumer_group_id: "g" } }, {}),
  "schedule-dead-letters": one(
    "aws_scheduler_schedule",
    { target: { dead_letter_config: { arn: "a" }, retry_policy: { maximum_retry_attempts: 3 } } },
    { target: { retry_policy: { maximum_retry_attempts: 3 } } },
    { target: { dead_letter_config: { arn: "a" } } },
  ),
};
