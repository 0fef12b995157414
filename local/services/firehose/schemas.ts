import { z } from "zod";
import { TagList } from "../state/tags";

/** Limits: https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html */
const streamName = z.string().regex(/^[a-zA-Z0-9_.-]{1,64}$/, "must be 1-64 of a-z A-Z 0-9 _ . -");
const logging = z.strictObject({
  Enabled: z.boolean().optional(),
  LogGroupName: z.string().optional(),
  LogStreamName: z.string().optional(),
});
const parquet = z.strictObject({
  BlockSizeBytes: z.int().min(67_108_864).optional(),
  Compression: z.enum(["UNCOMPRESSED", "GZIP", "SNAPPY"]).optional(),
  EnableDictionaryCompression: z.boolean().optional(),
  MaxPaddingBytes: z.int().min(0).optional(),
  PageSizeBytes: z.int().min(65_536).optional(),
  WriterVersion: z.enum(["V1", "V2"]).optional(),
});
const openX = z.strictObject({
  CaseInsensitive: z.boolean().optional(),
  ColumnToJsonKeyMappings: z.record(z.string(), z.string()).optional(),
  ConvertDotsInJsonKeysToUnderscores: z.boolean().optional(),
});

const conversion = z.strictObject({
  Enabled: z.boolean().optional(),
  SchemaConfiguration: z.strictObject({
    RoleARN: z.string(),
    CatalogId: z.string().optional(),
    DatabaseName: z.string(),
    TableName: z.string(),
    Region: z.string().optional(),
    VersionId: z.string().optional(),
  }),
  InputFormatConfiguration: z.strictObject({
    Deserializer: z.strictObject({
      OpenXJsonSerDe: openX.optional(),
      HiveJsonSerDe: z.strictObject({ TimestampFormats: z.array(z.string()).optional() }).optional(),
    }),
  }),
  OutputFormatConfiguration: z.strictObject({
    Serializer: z.strictObject({ ParquetSerDe: parquet }, "the laptop writes Parquet only: ParquetSerDe"),
  }),
});

const destination = {
  RoleARN: z.string(),
  BucketARN: z.string(),
  Prefix: z.string().max(1024).optional(),
  ErrorOutputPrefix: z.string().max(1024).optional(),
  BufferingHints: z
    .strictObject({
      SizeInMBs: z.int().min(1).max(128).optional(),
      IntervalInSeconds: z.int().min(0).max(900).optional(),
    })
    .optional(),
  CompressionFormat: z.enum(["UNCOMPRESSED", "GZIP"], "the laptop writes UNCOMPRESSED or GZIP").optional(),
  EncryptionConfiguration: z
    .strictObject({
      NoEncryptionConfig: z.literal("NoEncryption").optional(),
      KMSEncryptionConfig: z.strictObject({ AWSKMSKeyARN: z.string().startsWith("arn:") }).optional(),
    })
    .optional(),
  CloudWatchLoggingOptions: logging.optional(),
  ProcessingConfiguration: z
    .strictObject({
      Enabled: z.literal(false, "the laptop runs no processors").optional(),
      Processors: z.array(z.never()).optional(),
    })
    .optional(),
  S3BackupMode: z.literal("Disabled", "the laptop keeps no backup of source records").optional(),
  DataFormatConversionConfiguration: conversion.optional(),
  FileExtension: z
    .string()
    .regex(/^$|^\.[0-9a-z!\-_.*'()]+$/)
    .optional(),
  CustomTimeZone: z.literal("UTC", "the laptop expands prefixes in UTC").optional(),
};

export const CreateDeliveryStream = z.strictObject({
  DeliveryStreamName: streamName,
  DeliveryStreamType: z.literal("MSKAsSource", "the laptop delivers from MSK only: MSKAsSource"),
  MSKSourceConfiguration: z.strictObject({
    MSKClusterARN: z.string(),
    TopicName: z.string().regex(/^[a-zA-Z0-9._-]{1,255}$/),
    AuthenticationConfiguration: z.strictObject({ RoleARN: z.string(), Connectivity: z.enum(["PRIVATE", "PUBLIC"]) }),
    ReadFromTimestamp: z.number().optional(),
  }),
  ExtendedS3DestinationConfiguration: z.strictObject(destination),
  Tags: TagList.optional(),
});

export const UpdateDestination = z.strictObject({
  DeliveryStreamName: streamName,
  CurrentDeliveryStreamVersionId: z.string(),
  DestinationId: z.string(),
  ExtendedS3DestinationUpdate: z.strictObject({
    ...destination,
    RoleARN: destination.RoleARN.optional(),
    BucketARN: destination.BucketARN.optional(),
  }),
});

export const ByName = z.strictObject({ DeliveryStreamName: streamName, AllowForceDelete: z.boolean().optional() });
export const Describe = z.strictObject({
  DeliveryStreamName: streamName,
  Limit: z.int().optional(),
  ExclusiveStartDestinationId: z.string().optional(),
});
export const List = z.strictObject({
  Limit: z.int().optional(),
  DeliveryStreamType: z.string().optional(),
  ExclusiveStartDeliveryStreamName: z.string().optional(),
});
export const ListTags = z.strictObject({
  DeliveryStreamName: streamName,
  Limit: z.int().optional(),
  ExclusiveStartTagKey: z.string().optional(),
});
export const TagStream = z.strictObject({ DeliveryStreamName: streamName, Tags: TagList });
export const UntagStream = z.strictObject({ DeliveryStreamName: streamName, TagKeys: z.array(z.string()) });

export type MskSource = z.infer<typeof CreateDeliveryStream>["MSKSourceConfiguration"];
export type Destination = z.infer<typeof CreateDeliveryStream>["ExtendedS3DestinationConfiguration"];
export type Conversion = z.infer<typeof conversion>;
