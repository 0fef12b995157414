import { featureDefinitions } from "../../contracts/feature-definitions";
import { glueColumns } from "../../contracts/glue-columns";
import { at, blocks } from "../../guardrails/rule";
import { body, environments, names, only } from "../support/stacks";

describe.each(names)("%s", (name) => {
  const environment = environments[name]!;

  test("the lake's table has the contract's columns, by day", () => {
    const table = only(`${name}-lake`, "aws_glue_catalog_table");
    const [storage] = blocks(table, "storage_descriptor");
    expect(blocks(storage!, "columns").map(({ name, type }) => ({ name, type }))).toEqual(
      glueColumns().map(({ name, type }) => ({ name, type })),
    );
    expect(blocks(table, "partition_keys").map((key) => key.name)).toEqual(["year", "month", "day"]);
  });

  test("the lake is kept as long as the environment says, in versions, encrypted with its own key", () => {
    const lake = `${name}-lake`;
    const rules = blocks(body(lake, "aws_s3_bucket_lifecycle_configuration.lake_bucket_lifecycle"), "rule");
    expect(rules.map((rule) => at(rule, "expiration.days"))).toContain(environment.retention.lakeDays);
    expect(rules.map((rule) => at(rule, "noncurrent_version_expiration.noncurrent_days"))).toContain(
      environment.retention.noncurrentDays,
    );
    const encryption = body(lake, "aws_s3_bucket_server_side_encryption_configuration.lake_bucket_encryption");
    expect(at(encryption, "rule.apply_server_side_encryption_by_default")).toEqual({
      sse_algorithm: "aws:kms",
      kms_master_key_id: "${aws_kms_key.key.arn}",
    });
  });

  test("Firehose reads the output topic and buffers as the environment says", () => {
    const stream = only(`${name}-delivery`, "aws_kinesis_firehose_delivery_stream");
    expect(at(stream, "msk_source_configuration.topic_name")).toBe(environment.kafka.topics.output.name);
    expect(at(stream, "msk_source_configuration.authentication_configuration.connectivity")).toBe("PRIVATE");
    expect(at(stream, "extended_s3_configuration.buffering_size")).toBe(environment.firehose.bufferMb);
    expect(at(stream, "extended_s3_configuration.buffering_interval")).toBe(environment.firehose.bufferSeconds);
  });

  test("the feature group has the contract's features", () => {
    const group = only(`${name}-features`, "aws_sagemaker_feature_group");
    expect(blocks(group, "feature_definition")).toEqual(
      featureDefinitions().map((feature) => ({ feature_name: feature.name, feature_type: feature.type })),
    );
    expect(group).toMatchObject({ record_identifier_feature_name: "ticker", event_time_feature_name: "event_time" });
  });

  test("features are read from the output topic, failures end in a bucket after finite retries", () => {
    const mapping = only(`${name}-features`, "aws_lambda_event_source_mapping");
    expect(mapping).toMatchObject({
      topics: [environment.kafka.topics.output.name],
      function_response_types: ["ReportBatchItemFailures"],
      bisect_batch_on_function_error: true,
      destination_config: { on_failure: { destination_arn: "${aws_s3_bucket.failures.arn}" } },
    });
    expect(mapping.maximum_retry_attempts).toBeGreaterThanOrEqual(0);
  });
});
