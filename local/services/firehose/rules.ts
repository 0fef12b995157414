import type { RoleProblem } from "../emulator/roles";
import { bucketOf, type S3 } from "../emulator/s3";
import type { KafkaStore } from "../kafka/state";
import { hasExpressions, prefixProblem } from "./prefix";
import type { Destination, MskSource } from "./schemas";
import { invalidArgument } from "./state";

const PRINCIPAL = "firehose.amazonaws.com";
/** Smallest buffer with record format conversion, in MiB (https://docs.aws.amazon.com/firehose/latest/dev/record-format-conversion.html). */
const MIN_CONVERSION_BUFFER_MIB = 64;

/** What Firehose checks beyond a request's form. */
export interface FirehoseRules {
  source(source: MskSource): Promise<void>;
  destination(destination: Destination): Promise<void>;
}

function checkForm({ DataFormatConversionConfiguration: conversion, ...d }: Destination): void {
  const prefix = d.Prefix ?? "";
  const errorPrefix = d.ErrorOutputPrefix ?? "";
  const problem = prefixProblem(prefix, false) ?? prefixProblem(errorPrefix, true);
  if (problem) throw invalidArgument(problem);
  if (hasExpressions(prefix) && !errorPrefix)
    throw invalidArgument("ErrorOutputPrefix cannot be empty when Prefix has expressions.");
  if (!conversion?.Enabled) return;
  const size = d.BufferingHints?.SizeInMBs;
  if (size !== undefined && size < MIN_CONVERSION_BUFFER_MIB)
    throw invalidArgument(
      `BufferingHints.SizeInMBs is ${size}; with data format conversion it must be at least ${MIN_CONVERSION_BUFFER_MIB}.`,
    );
  if (d.CompressionFormat && d.CompressionFormat !== "UNCOMPRESSED")
    throw invalidArgument(
      "CompressionFormat must be UNCOMPRESSED with data format conversion; Parquet compresses itself.",
    );
}

/** Checks against the emulator's roles and buckets and the laptop's clusters. */
export function firehoseRules(roleProblem: RoleProblem, s3: Pick<S3, "head">, kafka: KafkaStore): FirehoseRules {
  const checkRole = async (arn: string) => {
    const problem = await roleProblem(arn, PRINCIPAL);
    if (problem) throw invalidArgument(problem);
  };
  return {
    async source({ MSKClusterARN: arn, AuthenticationConfiguration: { RoleARN, Connectivity } }) {
      await checkRole(RoleARN);
      const cluster = kafka.value.clusters[arn];
      if (!cluster) throw invalidArgument(`MSK cluster ${arn} does not exist.`);
      if (Connectivity === "PUBLIC") throw invalidArgument("The laptop's clusters have PRIVATE connectivity only.");
      const policy = kafka.value.policies[arn]?.policy ?? "";
      if (!policy.includes(PRINCIPAL) || !policy.includes("kafka:CreateVpcConnection"))
        throw invalidArgument(
          `The policy of cluster ${cluster.clusterName} does not let ${PRINCIPAL} call kafka:CreateVpcConnection.`,
        );
    },
    async destination(destination) {
      checkForm(destination);
      await checkRole(destination.RoleARN);
      const schema = destination.DataFormatConversionConfiguration?.SchemaConfiguration;
      if (schema) await checkRole(schema.RoleARN);
      const bucket = bucketOf(destination.BucketARN);
      if (!bucket) throw invalidArgument(`BucketARN "${destination.BucketARN}" is not the ARN of a bucket.`);
      if (!(await s3.head(bucket, ""))) throw invalidArgument(`Bucket ${bucket} does not exist.`);
    },
  };
}
