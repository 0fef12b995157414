import {
  ALWAYS,
  BEHIND_NAT,
  BUILDS_ITS_JAR,
  both,
  CONSUMES_ON_SCHEDULE,
  type Condition,
  PROVISIONED,
  WITH_SHORT_LOGS,
} from "../../guardrails/condition";
import type { Waiver } from "../../guardrails/waivers";

/** When the exceptions are to be looked at again. */
const NEXT_REVIEW = "2027-11-30";

/** Resources by stack. */
type Where = Readonly<Record<string, readonly string[]>>;

interface Exception {
  readonly rules: readonly string[];
  readonly where: Where;
  /** Default: always. */
  readonly when?: Condition;
  readonly reason: string;
}

/** One waiver for each rule and resource: each must be needed by itself. */
const waive = ({ rules, where, when = ALWAYS, reason }: Exception): Waiver[] =>
  rules.flatMap((rule) =>
    Object.entries(where).flatMap(([stack, resources]) =>
      resources.map((resource) => ({ rule, stack, resource, when, reason, expires: NEXT_REVIEW })),
    ),
  );

const documents = (...names: string[]) => names.map((name) => `data.aws_iam_policy_document.${name}`);
const functions = (...names: string[]) => names.map((name) => `aws_lambda_function.${name}`);
const logGroups = (...names: string[]) => names.map((name) => `aws_cloudwatch_log_group.${name}`);

const FUNCTIONS: Where = {
  streaming: functions("create_topics"),
  processing: functions("consumer", "producer", "replay"),
  features: functions("check_feature_store", "feature_store"),
};
const BUCKETS: Where = {
  lake: ["aws_s3_bucket.access_logs", "aws_s3_bucket.lake_bucket"],
  processing: ["aws_s3_bucket.replay_files"],
  features: ["aws_s3_bucket.failures"],
  state: ["aws_s3_bucket.state_logs", "aws_s3_bucket.state_states"],
};

/** For every bucket; the one of the jar is not always there. */
const waiveOfBuckets = (exception: Pick<Exception, "rules" | "reason">): Waiver[] => [
  ...waive({ ...exception, where: BUCKETS }),
  ...waive({ ...exception, where: { processing: ["aws_s3_bucket.artifacts"] }, when: BUILDS_ITS_JAR }),
];

/** Every exception from checkov's rules. */
export const WAIVERS: readonly Waiver[] = [
  ...waive({
    rules: ["CKV_AWS_109", "CKV_AWS_111", "CKV_AWS_356"],
    where: {
      network: documents("functions_key_policy", "logs_key_policy"),
      streaming: documents("key_policy"),
      lake: documents("key_policy"),
      observability: documents("key_policy"),
      state: documents("state_key_policy"),
    },
    reason:
      "In a key's policy \"*\" is this key, and the account's right to all of it is what lets IAM decide and keeps the key manageable.",
  }),
  ...waive({
    rules: ["CKV_AWS_109", "CKV_AWS_111", "CKV_AWS_356"],
    where: { processing: documents("job_service") },
    reason:
      "Managed Flink makes its network interfaces in the VPC with this role: they cannot be named before, and describing has no resource.",
  }),
  ...waive({
    rules: ["CKV_AWS_111", "CKV_AWS_356"],
    where: { features: documents("aggregates_poller_document") },
    reason:
      "Lambda's pollers make their network interfaces with this role: they cannot be named before, and describing has no resource.",
  }),
  ...waive({
    rules: ["CKV_AWS_111"],
    where: {
      streaming: documents("create_topics_execution"),
      processing: documents("consumer_execution", "producer_execution", "replay_execution"),
      features: documents("check_feature_store_execution", "feature_store_execution"),
    },
    reason:
      "Lambda makes the function's network interfaces and sends its traces with this role; neither can be named. The function's own code is denied the interfaces.",
  }),
  ...waive({
    rules: ["CKV_AWS_116"],
    where: FUNCTIONS,
    reason:
      "A function's own dead-letter queue takes asynchronous invocations only, and there are none: the event source mapping and the schedules have their own destinations, and Terraform, or the person who replays, sees what fails.",
  }),
  ...waive({
    rules: ["CKV_AWS_272"],
    where: FUNCTIONS,
    reason: "The code is built and deployed by the same run, which would also hold the signing profile.",
  }),
  ...waive({
    rules: ["CKV_AWS_240", "CKV_AWS_241"],
    where: { delivery: ["aws_kinesis_firehose_delivery_stream.aggregates"] },
    reason:
      "The stream's own encryption is for records put directly; this one reads from MSK, which encrypts them, and writes with the lake's key.",
  }),
  ...waive({
    rules: ["CKV_AWS_297"],
    where: {
      processing: ["aws_scheduler_schedule.job_maintenance", "aws_scheduler_schedule.producer_schedule"],
      features: ["aws_scheduler_schedule.check_schedule"],
    },
    reason: "A schedule holds names and a time, nothing secret; Scheduler encrypts it with a key of its own.",
  }),
  ...waive({
    rules: ["CKV_AWS_297"],
    where: { processing: ["aws_scheduler_schedule.consumer_schedule"] },
    when: CONSUMES_ON_SCHEDULE,
    reason: "A schedule holds names and a time, nothing secret; Scheduler encrypts it with a key of its own.",
  }),
  ...waiveOfBuckets({
    rules: ["CKV_AWS_144"],
    reason:
      "One region by design: Kafka and the feature store are regional too, the data can be computed again from the input, and versions guard against deletion.",
  }),
  ...waiveOfBuckets({
    rules: ["CKV2_AWS_62"],
    reason: "Nothing reacts to single objects; freshness and failures are alarms on the writers' metrics.",
  }),
  ...waive({
    rules: ["CKV_AWS_145"],
    where: { lake: ["aws_s3_bucket.access_logs"], state: ["aws_s3_bucket.state_logs"] },
    reason: "S3 delivers access logs to buckets with SSE-S3 only.",
  }),
  ...waive({
    rules: ["CKV_AWS_338"],
    where: {
      network: logGroups("network_flow_logs_group"),
      streaming: logGroups("create_topics_logs"),
      processing: logGroups("consumer_logs", "job_logs", "producer_logs", "replay_logs"),
      delivery: logGroups("aggregates_logs"),
      features: logGroups("check_feature_store_logs", "feature_store_logs"),
    },
    when: WITH_SHORT_LOGS,
    reason: "A year of logs is kept in production; elsewhere nobody asks for them after some weeks, and they cost.",
  }),
  ...waive({
    rules: ["CKV_AWS_338"],
    where: { streaming: logGroups("broker_logs") },
    when: both(PROVISIONED, WITH_SHORT_LOGS),
    reason: "As for the other logs outside production; brokers of its own have logs of their own.",
  }),
  ...waive({
    rules: ["CKV_AWS_394"],
    where: { network: ["data.aws_availability_zones.network_available"] },
    reason:
      "Zones are taken by ID, less those that MSK refuses, or as `network.zoneIds` names them. A new zone moves nothing: a subnet stays in its zone.",
  }),
  ...waive({
    rules: ["CKV2_AWS_5"],
    where: {
      network: [
        "aws_security_group.flink_group",
        "aws_security_group.functions_group",
        "aws_security_group.kafka_group",
      ],
    },
    reason: "They are attached in other stacks, which checkov does not see together.",
  }),
  ...waive({
    rules: ["CKV2_AWS_5"],
    where: { network: ["aws_security_group.network_endpoints_group"] },
    when: BEHIND_NAT,
    reason: "With a NAT gateway there are no interface endpoints; the module makes their group anyway.",
  }),
];
