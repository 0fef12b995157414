import { at, isSet, list, type Rule } from "../rule";

const FUNCTION = ["aws_lambda_function"];
const MAPPING = ["aws_lambda_event_source_mapping"];

/** Versions of Node.js that are maintained: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html */
const RUNTIMES = ["nodejs22.x", "nodejs24.x"];

/** Whether a number is given and finite; -1 means "for ever" in event source mappings. */
const isBounded = (value: unknown): boolean => typeof value === "number" && value >= 0;

/** Functions and what feeds them. */
export const functionRules: readonly Rule[] = [
  {
    id: "function-runtime",
    types: FUNCTION,
    requirement: `must run on ${RUNTIMES.join(" or ")}`,
    counterparts: ["AwsSolutions-L1"],
    check: ({ body }) => RUNTIMES.includes(String(body.runtime)),
  },
  {
    id: "function-vpc",
    types: FUNCTION,
    requirement: "must run in the VPC, with a security group",
    counterparts: ["NIST.800.53.R5-LambdaInsideVPC"],
    check: ({ body }) => isSet(at(body, "vpc_config.subnet_ids")) && isSet(at(body, "vpc_config.security_group_ids")),
  },
  {
    id: "function-environment-key",
    types: FUNCTION,
    requirement: "must encrypt its environment with a KMS key of the project",
    check: ({ body }) => !isSet(at(body, "environment.variables")) || isSet(body.kms_key_arn),
  },
  {
    id: "function-concurrency",
    types: FUNCTION,
    requirement: "must have a limit to its concurrency",
    counterparts: ["NIST.800.53.R5-LambdaConcurrency"],
    check: ({ body }) => isBounded(body.reserved_concurrent_executions),
  },
  {
    id: "function-tracing",
    types: FUNCTION,
    requirement: "must be traced",
    check: ({ body }) => at(body, "tracing_config.mode") === "Active",
  },
  {
    id: "function-log-group",
    types: FUNCTION,
    requirement: "must log to a log group of the stack, not to one that Lambda makes without retention",
    check: ({ body }) => isSet(at(body, "logging_config.log_group")),
  },
  {
    id: "event-source-failures",
    types: MAPPING,
    requirement: "must keep what failed: a destination on failure",
    check: ({ body }) => isSet(at(body, "destination_config.on_failure.destination_arn")),
  },
  {
    id: "event-source-retries",
    types: MAPPING,
    requirement: "must end its retries: a number of attempts and an age",
    check: ({ body }) => isBounded(body.maximum_retry_attempts) && isBounded(body.maximum_record_age_in_seconds),
  },
  {
    id: "event-source-bisect",
    types: MAPPING,
    requirement: "must split a failing batch, or one bad record fails its neighbours",
    check: ({ body }) => body.bisect_batch_on_function_error === true,
  },
  {
    id: "event-source-partial-failures",
    types: MAPPING,
    requirement: "must report failures by record (ReportBatchItemFailures)",
    check: ({ body }) => list(body.function_response_types).includes("ReportBatchItemFailures"),
  },
  {
    id: "event-source-group",
    types: MAPPING,
    requirement: "must name its consumer group: it cannot be changed later",
    check: ({ body }) => isSet(at(body, "amazon_managed_kafka_event_source_config.consumer_group_id")),
  },
  {
    id: "schedule-dead-letters",
    types: ["aws_scheduler_schedule"],
    requirement: "must keep invocations that could not be delivered, and end its retries",
    check: ({ body }) =>
      isSet(at(body, "target.dead_letter_config.arn")) &&
      isBounded(at(body, "target.retry_policy.maximum_retry_attempts")),
  },
];
