import { at, isSet, type Rule } from "../rule";

const STREAM = ["aws_kinesis_firehose_delivery_stream"];
const S3 = "extended_s3_configuration";

/** Firehose and Athena. */
export const deliveryRules: readonly Rule[] = [
  {
    id: "firehose-encrypted",
    types: STREAM,
    requirement: "must encrypt direct puts; a stream from Kafka is encrypted by its source",
    counterparts: ["AwsSolutions-KDF1"],
    check: ({ body }) => isSet(body.msk_source_configuration) || at(body, "server_side_encryption.enabled") === true,
  },
  {
    id: "firehose-objects-key",
    types: STREAM,
    requirement: "must encrypt its objects with a KMS key of the project",
    check: ({ body }) => isSet(at(body, `${S3}.kms_key_arn`)),
  },
  {
    id: "firehose-logs",
    types: STREAM,
    requirement: "must log delivery errors",
    check: ({ body }) => at(body, `${S3}.cloudwatch_logging_options.enabled`) === true,
  },
  {
    id: "firehose-error-prefix",
    types: STREAM,
    requirement: "must put what cannot be converted under a prefix of its own",
    check: ({ body }) => isSet(at(body, `${S3}.error_output_prefix`)),
  },
  {
    id: "athena-results-encrypted",
    types: ["aws_athena_workgroup"],
    requirement: "must encrypt its results with KMS, whatever a client asks for",
    check: ({ body }) =>
      at(body, "configuration.enforce_workgroup_configuration") !== false &&
      at(body, "configuration.result_configuration.encryption_configuration.encryption_option") === "SSE_KMS",
  },
];
