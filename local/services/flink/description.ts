import type { CreateRequest, RunConfiguration, UpdateRequest } from "./schemas";
import type { CodeLocation, ConfigurationDescription, VpcDescription } from "./state";
import { invalidArgument } from "./state";

/** What a jar in S3 is known by. */
export interface CodeFacts {
  readonly size: number;
  readonly etag: string;
}

// Defaults: https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_FlinkApplicationConfiguration.html
const CHECKPOINT = {
  ConfigurationType: "DEFAULT",
  CheckpointingEnabled: true,
  CheckpointInterval: 60_000,
  MinPauseBetweenCheckpoints: 5_000,
};
const MONITORING = { ConfigurationType: "DEFAULT", MetricsLevel: "APPLICATION", LogLevel: "INFO" };
const PARALLELISM = { ConfigurationType: "DEFAULT", Parallelism: 1, ParallelismPerKPU: 1, AutoScalingEnabled: true };

type Configuration = CreateRequest["ApplicationConfiguration"];
type Update = NonNullable<UpdateRequest["ApplicationConfigurationUpdate"]>;

/** The next `<version>.<n>` identifier of a logging option or VPC configuration. */
export function childId(version: number, taken: readonly string[]): string {
  let n = 1;
  while (taken.includes(`${version}.${n}`)) n += 1;
  return `${version}.${n}`;
}

/** A VPC configuration as described. */
export function vpcDescription(id: string, vpc: { SubnetIds: string[]; SecurityGroupIds: string[] }): VpcDescription {
  return { VpcConfigurationId: id, VpcId: "vpc-local", ...vpc };
}

function codeDescription(location: CodeLocation, code: CodeFacts) {
  return {
    CodeContentType: "ZIPFILE" as const,
    CodeContentDescription: { CodeMD5: code.etag, CodeSize: code.size, S3ApplicationCodeLocationDescription: location },
  };
}

/** The description of a new application's configuration, defaults filled in. */
export function describeConfiguration(configuration: Configuration, code: CodeFacts): ConfigurationDescription {
  const flink = configuration.FlinkApplicationConfiguration;
  const parallelism = { ...PARALLELISM, ...flink?.ParallelismConfiguration };
  const rollback = configuration.ApplicationSystemRollbackConfiguration;
  const properties = configuration.EnvironmentProperties;
  const vpcs = configuration.VpcConfigurations;
  return {
    ApplicationCodeConfigurationDescription: codeDescription(
      configuration.ApplicationCodeConfiguration.CodeContent.S3ContentLocation,
      code,
    ),
    ApplicationSnapshotConfigurationDescription: {
      SnapshotsEnabled: configuration.ApplicationSnapshotConfiguration?.SnapshotsEnabled ?? true,
    },
    ...(rollback ? { ApplicationSystemRollbackConfigurationDescription: rollback } : {}),
    ...(properties
      ? { EnvironmentPropertyDescriptions: { PropertyGroupDescriptions: properties.PropertyGroups } }
      : {}),
    FlinkApplicationConfigurationDescription: {
      CheckpointConfigurationDescription: { ...CHECKPOINT, ...flink?.CheckpointConfiguration },
      MonitoringConfigurationDescription: { ...MONITORING, ...flink?.MonitoringConfiguration },
      ParallelismConfigurationDescription: { ...parallelism, CurrentParallelism: parallelism.Parallelism },
    },
    ...(vpcs ? { VpcConfigurationDescriptions: vpcs.map((vpc, i) => vpcDescription(`1.${i + 1}`, vpc)) } : {}),
  };
}

/** `{ XUpdate: v }` → `{ X: v }`. */
function withoutSuffix(update: object | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(update ?? {}).map(([name, value]) => [name.replace(/Update$/, ""), value]));
}

/** Where the code is after an update. */
export function updatedLocation(current: ConfigurationDescription, update: Update | undefined): CodeLocation {
  const location =
    current.ApplicationCodeConfigurationDescription.CodeContentDescription.S3ApplicationCodeLocationDescription;
  const change = update?.ApplicationCodeConfigurationUpdate?.CodeContentUpdate?.S3ContentLocationUpdate;
  return { ...location, ...withoutSuffix(change) };
}

/** The description after an update; `code` is what lies at the updated location. */
export function updateConfiguration(
  current: ConfigurationDescription,
  update: Update,
  code: CodeFacts,
): ConfigurationDescription {
  const flink = current.FlinkApplicationConfigurationDescription;
  const change = update.FlinkApplicationConfigurationUpdate;
  const parallelism = {
    ...flink.ParallelismConfigurationDescription,
    ...withoutSuffix(change?.ParallelismConfigurationUpdate),
  };
  const vpcs = (current.VpcConfigurationDescriptions ?? []).map((vpc) => ({ ...vpc }));
  for (const { VpcConfigurationId, SubnetIdUpdates, SecurityGroupIdUpdates } of update.VpcConfigurationUpdates ?? []) {
    const vpc = vpcs.find((candidate) => candidate.VpcConfigurationId === VpcConfigurationId);
    if (!vpc) throw invalidArgument(`VPC configuration ${VpcConfigurationId} does not exist.`);
    vpc.SubnetIds = SubnetIdUpdates ?? vpc.SubnetIds;
    vpc.SecurityGroupIds = SecurityGroupIdUpdates ?? vpc.SecurityGroupIds;
  }
  const snapshots = update.ApplicationSnapshotConfigurationUpdate;
  const rollback = update.ApplicationSystemRollbackConfigurationUpdate;
  const properties = update.EnvironmentPropertyUpdates;
  return {
    ...current,
    ApplicationCodeConfigurationDescription: codeDescription(updatedLocation(current, update), code),
    ...(snapshots
      ? { ApplicationSnapshotConfigurationDescription: { SnapshotsEnabled: snapshots.SnapshotsEnabledUpdate } }
      : {}),
    ...(rollback
      ? { ApplicationSystemRollbackConfigurationDescription: { RollbackEnabled: rollback.RollbackEnabledUpdate } }
      : {}),
    ...(properties
      ? { EnvironmentPropertyDescriptions: { PropertyGroupDescriptions: properties.PropertyGroups } }
      : {}),
    FlinkApplicationConfigurationDescription: {
      CheckpointConfigurationDescription: {
        ...flink.CheckpointConfigurationDescription,
        ...withoutSuffix(change?.CheckpointConfigurationUpdate),
      },
      MonitoringConfigurationDescription: {
        ...flink.MonitoringConfigurationDescription,
        ...withoutSuffix(change?.MonitoringConfigurationUpdate),
      },
      ParallelismConfigurationDescription: { ...parallelism, CurrentParallelism: parallelism.Parallelism },
    },
    ...(current.VpcConfigurationDescriptions ? { VpcConfigurationDescriptions: vpcs } : {}),
  };
}

/** What DescribeApplication says about the last start. */
export function describeRun(
  run: RunConfiguration | undefined,
): ConfigurationDescription["RunConfigurationDescription"] {
  return {
    ApplicationRestoreConfigurationDescription: run?.ApplicationRestoreConfiguration ?? {
      ApplicationRestoreType: "RESTORE_FROM_LATEST_SNAPSHOT",
    },
    FlinkRunConfigurationDescription: { AllowNonRestoredState: false, ...run?.FlinkRunConfiguration },
  };
}
