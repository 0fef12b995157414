import { at, isSet, type Rule } from "../rule";

const APPLICATION = ["aws_kinesisanalyticsv2_application"];
const FLINK = "application_configuration.flink_application_configuration";

/** Managed Flink. */
export const flinkRules: readonly Rule[] = [
  {
    id: "flink-vpc",
    types: APPLICATION,
    requirement: "must run in the VPC",
    check: ({ body }) =>
      isSet(at(body, "application_configuration.vpc_configuration.subnet_ids")) &&
      isSet(at(body, "application_configuration.vpc_configuration.security_group_ids")),
  },
  {
    id: "flink-snapshots",
    types: APPLICATION,
    requirement: "must take snapshots when it is updated or stopped",
    check: ({ body }) =>
      at(body, "application_configuration.application_snapshot_configuration.snapshots_enabled") === true,
  },
  {
    id: "flink-checkpoints",
    types: APPLICATION,
    requirement: "must set its checkpointing itself, and have it on",
    counterparts: ["AwsSolutions-KDA3"],
    check: ({ body }) =>
      at(body, `${FLINK}.checkpoint_configuration.configuration_type`) === "CUSTOM" &&
      at(body, `${FLINK}.checkpoint_configuration.checkpointing_enabled`) === true &&
      isSet(at(body, `${FLINK}.checkpoint_configuration.checkpoint_interval`)),
  },
  {
    id: "flink-log-level",
    types: APPLICATION,
    requirement: "must set a log level, and not DEBUG, which logs records",
    check: ({ body }) =>
      ["INFO", "WARN", "ERROR"].includes(String(at(body, `${FLINK}.monitoring_configuration.log_level`))),
  },
  {
    id: "flink-logs",
    types: APPLICATION,
    requirement: "must log to CloudWatch",
    check: ({ body }) => isSet(at(body, "cloudwatch_logging_options.log_stream_arn")),
  },
  {
    id: "flink-code-by-hash",
    types: APPLICATION,
    requirement: "must take its jar from a key that holds the content's hash, or new code is not seen",
    check: (resource, model) => {
      const configured = "application_configuration.application_code_configuration.code_content.s3_content_location";
      const key = String(at(resource.body, `${configured}.file_key`));
      const object = model.inStackOf(resource, "aws_s3_object").find(({ address }) => key === `\${${address}.key}`);
      return /[0-9a-f]{12,64}/i.test(object ? String(object.body.key) : key);
    },
  },
];
