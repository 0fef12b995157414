import { z } from "zod";

/** Limits: https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_CreateApplication.html */
const applicationName = z.string().regex(/^[a-zA-Z0-9_.-]{1,128}$/, "must be 1-128 of a-z A-Z 0-9 _ . -");
const tag = z.strictObject({ Key: z.string().min(1).max(128), Value: z.string().max(256).optional() });
const configurationType = z.enum(["DEFAULT", "CUSTOM"]);
const propertyGroups = z.strictObject({
  PropertyGroups: z
    .array(
      z.strictObject({
        PropertyGroupId: z.string().regex(/^[a-zA-Z0-9_.-]{1,50}$/),
        PropertyMap: z.record(z.string().min(1).max(2048), z.string().min(1).max(2048)),
      }),
    )
    .max(50),
});
const vpc = {
  SubnetIds: z.array(z.string().startsWith("subnet-")).min(1).max(16),
  SecurityGroupIds: z.array(z.string().startsWith("sg-")).min(1).max(5),
};
const logStreamArn = z
  .string()
  .regex(/^arn:aws[\w-]*:logs:[\w-]+:\d{12}:log-group:[^:]+:log-stream:.+$/, "must be a log stream's ARN");
const loggingOption = z.strictObject({ LogStreamARN: logStreamArn });
const milliseconds = z.int().min(1);

const checkpoint = {
  CheckpointingEnabled: z.boolean().optional(),
  CheckpointInterval: milliseconds.optional(),
  MinPauseBetweenCheckpoints: z.int().min(0).optional(),
};
const monitoring = {
  LogLevel: z.enum(["INFO", "WARN", "ERROR", "DEBUG"]).optional(),
  MetricsLevel: z.enum(["APPLICATION", "TASK", "OPERATOR", "PARALLELISM"]).optional(),
};
const parallelism = {
  AutoScalingEnabled: z.boolean().optional(),
  Parallelism: z.int().min(1).optional(),
  ParallelismPerKPU: z.int().min(1).max(8).optional(),
};

/** The same members with `Update` behind each name, as UpdateApplication takes them. */
function updatesOf<S extends z.ZodRawShape>(shape: S) {
  const entries = Object.entries(shape).map(([name, schema]) => [`${name}Update`, schema]);
  return z.strictObject({ ConfigurationTypeUpdate: configurationType.optional(), ...Object.fromEntries(entries) });
}

const restore = z.strictObject({
  ApplicationRestoreType: z.enum([
    "SKIP_RESTORE_FROM_SNAPSHOT",
    "RESTORE_FROM_LATEST_SNAPSHOT",
    "RESTORE_FROM_CUSTOM_SNAPSHOT",
  ]),
  SnapshotName: z.string().optional(),
});
const runConfiguration = z.strictObject({
  ApplicationRestoreConfiguration: restore.optional(),
  FlinkRunConfiguration: z.strictObject({ AllowNonRestoredState: z.boolean().optional() }).optional(),
});

export const CreateApplication = z.strictObject({
  ApplicationName: applicationName,
  ApplicationDescription: z.string().max(1024).optional(),
  RuntimeEnvironment: z.literal("FLINK-1_20", "the laptop runs Flink 1.20 only: FLINK-1_20"),
  ServiceExecutionRole: z.string(),
  ApplicationMode: z.literal("STREAMING").optional(),
  CloudWatchLoggingOptions: z.array(loggingOption).max(1).optional(),
  Tags: z.array(tag).max(200).optional(),
  ApplicationConfiguration: z.strictObject({
    ApplicationCodeConfiguration: z.strictObject({
      CodeContentType: z.literal("ZIPFILE"),
      CodeContent: z.strictObject({
        S3ContentLocation: z.strictObject({
          BucketARN: z.string(),
          FileKey: z.string().min(1),
          ObjectVersion: z.string().optional(),
        }),
      }),
    }),
    ApplicationSnapshotConfiguration: z.strictObject({ SnapshotsEnabled: z.boolean() }).optional(),
    ApplicationSystemRollbackConfiguration: z.strictObject({ RollbackEnabled: z.boolean() }).optional(),
    EnvironmentProperties: propertyGroups.optional(),
    FlinkApplicationConfiguration: z
      .strictObject({
        CheckpointConfiguration: z.strictObject({ ConfigurationType: configurationType, ...checkpoint }).optional(),
        MonitoringConfiguration: z.strictObject({ ConfigurationType: configurationType, ...monitoring }).optional(),
        ParallelismConfiguration: z.strictObject({ ConfigurationType: configurationType, ...parallelism }).optional(),
      })
      .optional(),
    VpcConfigurations: z.array(z.strictObject(vpc)).max(1).optional(),
  }),
});

export const UpdateApplication = z.strictObject({
  ApplicationName: applicationName,
  CurrentApplicationVersionId: z.int().optional(),
  ConditionalToken: z.string().optional(),
  ServiceExecutionRoleUpdate: z.string().optional(),
  RuntimeEnvironmentUpdate: z.literal("FLINK-1_20").optional(),
  RunConfigurationUpdate: runConfiguration.optional(),
  CloudWatchLoggingOptionUpdates: z
    .array(z.strictObject({ CloudWatchLoggingOptionId: z.string(), LogStreamARNUpdate: logStreamArn }))
    .optional(),
  ApplicationConfigurationUpdate: z
    .strictObject({
      ApplicationCodeConfigurationUpdate: z
        .strictObject({
          CodeContentTypeUpdate: z.literal("ZIPFILE").optional(),
          CodeContentUpdate: z
            .strictObject({
              S3ContentLocationUpdate: z.strictObject({
                BucketARNUpdate: z.string().optional(),
                FileKeyUpdate: z.string().optional(),
                ObjectVersionUpdate: z.string().optional(),
              }),
            })
            .optional(),
        })
        .optional(),
      ApplicationSnapshotConfigurationUpdate: z.strictObject({ SnapshotsEnabledUpdate: z.boolean() }).optional(),
      ApplicationSystemRollbackConfigurationUpdate: z.strictObject({ RollbackEnabledUpdate: z.boolean() }).optional(),
      EnvironmentPropertyUpdates: propertyGroups.optional(),
      FlinkApplicationConfigurationUpdate: z
        .strictObject({
          CheckpointConfigurationUpdate: updatesOf(checkpoint).optional(),
          MonitoringConfigurationUpdate: updatesOf(monitoring).optional(),
          ParallelismConfigurationUpdate: updatesOf(parallelism).optional(),
        })
        .optional(),
      VpcConfigurationUpdates: z
        .array(
          z.strictObject({
            VpcConfigurationId: z.string(),
            SubnetIdUpdates: vpc.SubnetIds.optional(),
            SecurityGroupIdUpdates: vpc.SecurityGroupIds.optional(),
          }),
        )
        .optional(),
    })
    .optional(),
});

export const StartApplication = z.strictObject({
  ApplicationName: applicationName,
  RunConfiguration: runConfiguration.optional(),
});
export const StopApplication = z.strictObject({ ApplicationName: applicationName, Force: z.boolean().optional() });
export const DeleteApplication = z.strictObject({ ApplicationName: applicationName, CreateTimestamp: z.number() });
export const DescribeApplication = z.strictObject({
  ApplicationName: applicationName,
  IncludeAdditionalDetails: z.boolean().optional(),
});
export const RollbackApplication = z.strictObject({
  ApplicationName: applicationName,
  CurrentApplicationVersionId: z.int().min(1).max(999_999_999),
});
/** Pages of a list (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_ListApplicationSnapshots.html). */
const page = { Limit: z.int().min(1).max(50).default(50), NextToken: z.string().min(1).max(512).optional() };
export const ListOperations = z.strictObject({
  ApplicationName: applicationName,
  Operation: z.string().optional(),
  OperationStatus: z.enum(["IN_PROGRESS", "CANCELLED", "SUCCESSFUL", "FAILED"]).optional(),
  ...page,
});
export const DescribeOperation = z.strictObject({ ApplicationName: applicationName, OperationId: z.string() });
export const ListApplications = z.strictObject({ Limit: z.int().optional(), NextToken: z.string().optional() });
export const ListSnapshots = z.strictObject({ ApplicationName: applicationName, ...page });
const snapshot = { ApplicationName: applicationName, SnapshotName: z.string().regex(/^[a-zA-Z0-9_.-]{1,256}$/) };
export const Snapshot = z.strictObject(snapshot);
export const DeleteSnapshot = z.strictObject({ ...snapshot, SnapshotCreationTimestamp: z.number() });

const version = {
  ApplicationName: applicationName,
  CurrentApplicationVersionId: z.int().optional(),
  ConditionalToken: z.string().optional(),
};
export const AddLoggingOption = z.strictObject({ ...version, CloudWatchLoggingOption: loggingOption });
export const DeleteLoggingOption = z.strictObject({ ...version, CloudWatchLoggingOptionId: z.string() });
export const AddVpcConfiguration = z.strictObject({ ...version, VpcConfiguration: z.strictObject(vpc) });
export const DeleteVpcConfiguration = z.strictObject({ ...version, VpcConfigurationId: z.string() });

export const ByResource = z.strictObject({ ResourceARN: z.string() });
export const TagResource = z.strictObject({ ResourceARN: z.string(), Tags: z.array(tag) });
export const UntagResource = z.strictObject({ ResourceARN: z.string(), TagKeys: z.array(z.string()) });

export type CreateRequest = z.infer<typeof CreateApplication>;
export type UpdateRequest = z.infer<typeof UpdateApplication>;
export type RunConfiguration = z.infer<typeof runConfiguration>;
export type PropertyGroup = z.infer<typeof propertyGroups>["PropertyGroups"][number];
