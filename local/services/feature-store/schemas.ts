import { z } from "zod";
import { TagList } from "../state/tags";

/** Limits: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateFeatureGroup.html */
const groupName = z.string().regex(/^[a-zA-Z0-9]([_-]*[a-zA-Z0-9]){0,63}$/, "must be 1-64 letters, digits, - or _");
/** A name, or an ARN that ends with it. */
const groupReference = z.string().min(1).max(150);
const featureName = z
  .string()
  .regex(/^[a-zA-Z0-9]([-_]*[a-zA-Z0-9]){0,63}$/)
  .refine((name) => !["is_deleted", "write_time", "api_invocation_time"].includes(name), "is a reserved name");
const definition = z.strictObject({
  FeatureName: featureName,
  FeatureType: z.enum(["Integral", "Fractional", "String"]),
  CollectionType: z.undefined().optional(),
});
const ttl = z.strictObject({ Unit: z.enum(["Seconds", "Minutes", "Hours", "Days", "Weeks"]), Value: z.int().min(1) });
const throughput = z.strictObject({
  ThroughputMode: z.enum(["OnDemand", "Provisioned"]),
  ProvisionedReadCapacityUnits: z.int().optional(),
  ProvisionedWriteCapacityUnits: z.int().optional(),
});

export const CreateFeatureGroup = z
  .strictObject({
    FeatureGroupName: groupName,
    RecordIdentifierFeatureName: featureName,
    EventTimeFeatureName: featureName,
    FeatureDefinitions: z.array(definition).min(1).max(2500),
    RoleArn: z.string().optional(),
    Description: z.string().max(128).optional(),
    OnlineStoreConfig: z
      .strictObject({
        EnableOnlineStore: z.boolean().optional(),
        SecurityConfig: z.strictObject({ KmsKeyId: z.string().optional() }).optional(),
        StorageType: z.enum(["Standard", "InMemory"]).optional(),
        TtlDuration: ttl.optional(),
      })
      .optional(),
    OfflineStoreConfig: z
      .strictObject({
        S3StorageConfig: z.strictObject({
          S3Uri: z.string().regex(/^(https|s3):\/\/([^/]+)\/?(.*)$/),
          KmsKeyId: z.string().optional(),
          ResolvedOutputS3Uri: z.string().optional(),
        }),
        DisableGlueTableCreation: z.boolean().optional(),
        DataCatalogConfig: z
          .strictObject({ Catalog: z.string(), Database: z.string(), TableName: z.string() })
          .optional(),
        TableFormat: z.literal("Glue", "the laptop keeps the offline store as Glue tables of Parquet: Glue").optional(),
      })
      .optional(),
    ThroughputConfig: throughput.optional(),
    Tags: TagList.optional(),
  })
  .refine((r) => r.OnlineStoreConfig ?? r.OfflineStoreConfig, "an OnlineStoreConfig or OfflineStoreConfig is required")
  .refine((r) => r.FeatureDefinitions.some((f) => f.FeatureName === r.RecordIdentifierFeatureName), {
    path: ["RecordIdentifierFeatureName"],
    message: "must be one of the feature definitions",
  })
  .refine(
    (r) => r.FeatureDefinitions.some((f) => f.FeatureName === r.EventTimeFeatureName && f.FeatureType !== "Integral"),
    { path: ["EventTimeFeatureName"], message: "must be one of the feature definitions, Fractional or String" },
  )
  .refine((r) => new Set(r.FeatureDefinitions.map((f) => f.FeatureName)).size === r.FeatureDefinitions.length, {
    path: ["FeatureDefinitions"],
    message: "feature names must be unique",
  });

export const DescribeFeatureGroup = z.strictObject({
  FeatureGroupName: groupReference,
  NextToken: z.string().optional(),
});
export const DeleteFeatureGroup = z.strictObject({ FeatureGroupName: groupReference });
export const UpdateFeatureGroup = z.strictObject({
  FeatureGroupName: groupReference,
  FeatureAdditions: z.array(definition).max(100).optional(),
  OnlineStoreConfig: z.strictObject({ TtlDuration: ttl.optional() }).optional(),
  ThroughputConfig: throughput.optional(),
});
export const ListFeatureGroups = z.strictObject({
  NameContains: z.string().optional(),
  MaxResults: z.int().optional(),
  NextToken: z.string().optional(),
});
export const ListTags = z.strictObject({
  ResourceArn: z.string(),
  MaxResults: z.int().optional(),
  NextToken: z.string().optional(),
});
export const AddTags = z.strictObject({ ResourceArn: z.string(), Tags: TagList });
export const DeleteTags = z.strictObject({ ResourceArn: z.string(), TagKeys: z.array(z.string()) });

const featureNames = z.union([z.string(), z.array(z.string())]).optional();
export const PutRecord = z.strictObject({
  FeatureGroupName: groupReference,
  Record: z.array(z.strictObject({ FeatureName: z.string(), ValueAsString: z.string().max(358_400) })).min(1),
  TargetStores: z
    .array(z.enum(["OnlineStore", "OfflineStore"]))
    .min(1)
    .max(2)
    .optional(),
  TtlDuration: ttl.optional(),
});
export const GetRecord = z.strictObject({
  FeatureGroupName: groupReference,
  RecordIdentifierValueAsString: z.string().min(1),
  FeatureName: featureNames,
  ExpirationTimeResponse: z.string().optional(),
});
export const DeleteRecord = z.strictObject({
  FeatureGroupName: groupReference,
  RecordIdentifierValueAsString: z.string().min(1),
  EventTime: z.string().min(1),
  TargetStores: z.union([z.string(), z.array(z.string())]).optional(),
  DeletionMode: z.enum(["SoftDelete", "HardDelete"]).optional(),
});
export const BatchGetRecord = z.strictObject({
  Identifiers: z
    .array(
      z.strictObject({
        FeatureGroupName: groupReference,
        RecordIdentifiersValueAsString: z.array(z.string()).min(1).max(100),
        FeatureNames: z.array(z.string()).optional(),
      }),
    )
    .min(1)
    .max(100),
  ExpirationTimeResponse: z.string().optional(),
});

export type GroupRequest = z.infer<typeof CreateFeatureGroup>;
export type FeatureDefinition = GroupRequest["FeatureDefinitions"][number];
export type FeatureRecord = z.infer<typeof PutRecord>["Record"];
