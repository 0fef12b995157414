import { type Cases, one, stack } from "./case";

const application = "aws_kinesisanalyticsv2_application";
const flink = (configuration: object) => ({ application_configuration: configuration });
const job = (configuration: object) => flink({ flink_application_configuration: configuration });
const checkpoints = { configuration_type: "CUSTOM", checkpointing_enabled: true, checkpoint_interval: 60000 };
const code = (file_key: string) =>
  flink({ application_code_configuration: { code_content: { s3_content_location: { file_key } } } });
const hash = "0123456789abcdef0123456789abcdef";
const group = "aws_sagemaker_feature_group";

const table = (template: string) =>
  [
    "aws_glue_catalog_table",
    "it",
    {
      name: "aggregates",
      parameters: { "projection.enabled": "true", "storage.location.template": template },
    },
  ] as const;
const stream = (prefix: string) =>
  [
    "aws_kinesis_firehose_delivery_stream",
    "stream",
    {
      extended_s3_configuration: {
        prefix,
        data_format_conversion_configuration: { schema_configuration: { table_name: "aggregates" } },
      },
    },
  ] as const;
const byDay = "s3://lake/a/year=$${year}/month=$${month}/day=$${day}/";
const daily = "a/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/";
const catalog = (catalog_encryption_mode: string) => ({
  data_catalog_encryption_settings: {
    encryption_at_rest: { catalog_encryption_mode },
    connection_password_encryption: { return_connection_password_encrypted: true },
  },
});
const firehose = "aws_kinesis_firehose_delivery_stream";

/** Managed Flink, Feature Store, Glue, Firehose and Athena. */
export const dataCases: Cases = {
  "flink-vpc": one(
    application,
    flink({ vpc_configuration: { subnet_ids: ["a"], security_group_ids: ["b"] } }),
    {},
    flink({ vpc_configuration: { subnet_ids: ["a"] } }),
  ),
  "flink-snapshots": one(
    application,
    flink({ application_snapshot_configuration: { snapshots_enabled: true } }),
    {},
    flink({ application_snapshot_configuration: { snapshots_enabled: false } }),
  ),
  "flink-checkpoints": one(
    application,
    job({ checkpoint_configuration: checkpoints }),
    {},
    job({ checkpoint_configuration: { ...checkpoints, configuration_type: "DEFAULT" } }),
    job({ checkpoint_configuration: { ...checkpoints, checkpointing_enabled: false } }),
  ),
  "flink-log-level": one(
    application,
    job({ monitoring_configuration: { log_level: "INFO" } }),
    {},
    job({ monitoring_configuration: { log_level: "DEBUG" } }),
  ),
  "flink-logs": one(application, { cloudwatch_logging_options: { log_stream_arn: "a" } }, {}),
  "flink-code-by-hash": {
    good: [
      stack([application, "it", code(`job/${hash}.jar`)]),
      stack(
        [application, "it", code("${aws_s3_object.jar.key}")],
        ["aws_s3_object", "jar", { key: `job/${hash.toUpperCase()}.jar` }],
      ),
    ],
    bad: [
      stack([application, "it", code("job/latest.jar")]),
      stack([application, "it", code("${aws_s3_object.jar.key}")], ["aws_s3_object", "jar", { key: "job.jar" }]),
    ],
  },
  "feature-group-online-key": one(group, { online_store_config: { security_config: { kms_key_id: "k" } } }, {}),
  "feature-group-offline-key": one(group, { offline_store_config: { s3_storage_config: { kms_key_id: "k" } } }, {}),
  "feature-group-protected": one(group, { lifecycle: { prevent_destroy: true } }, {}),
  "glue-catalog-encrypted": {
    good: [stack(["aws_glue_catalog_database", "it", {}], ["aws_glue_data_catalog_encryption_settings", "all", {}])],
    bad: [stack(["aws_glue_catalog_database", "it", {}])],
  },
  "glue-passwords-encrypted": one("aws_glue_data_catalog_encryption_settings", catalog("SSE-KMS"), catalog("DISABLED")),
  "glue-projection": {
    good: [stack(table(byDay), stream(daily)), stack(table(byDay))],
    bad: [
      stack(table(byDay), stream(daily.replace("a/", "b/"))),
      stack(table(byDay.replace("month=", "m=")), stream(daily)),
      stack(["aws_glue_catalog_table", "it", { name: "aggregates", parameters: {} }]),
    ],
  },
  "firehose-encrypted": {
    good: [
      stack([firehose, "it", { msk_source_configuration: { topic_name: "t" } }]),
      stack([firehose, "it", { server_side_encryption: { enabled: true } }]),
    ],
    bad: [stack([firehose, "it", {}])],
  },
  "firehose-objects-key": one(firehose, { extended_s3_configuration: { kms_key_arn: "k" } }, {}),
  "firehose-logs": one(firehose, { extended_s3_configuration: { cloudwatch_logging_options: { enabled: true } } }, {}),
  "firehose-error-prefix": one(firehose, { extended_s3_configuration: { error_output_prefix: "errors/" } }, {}),
  "athena-results-encrypted": one(
    "aws_athena_workgroup",
    {
      configuration: {
        enforce_workgroup_configuration: true,
        result_configuration: { encryption_configuration: { encryption_option: "SSE_KMS" } },
      },
    },
    {},
    {
      configuration: {
        enforce_workgroup_configuration: false,
        result_configuration: { encryption_configuration: { encryption_option: "SSE_KMS" } },
      },
    },
  ),
};
