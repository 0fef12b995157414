import { AwsError } from "../protocol/aws-error";
import { operationsOf } from "../protocol/operation";
import type { Store } from "../state/store";
import type { Tags } from "../state/tags";
import type { PropertyGroup, RunConfiguration } from "./schemas";

export type Status = "READY" | "STARTING" | "RUNNING" | "UPDATING" | "STOPPING" | "ROLLING_BACK" | "DELETING";

/** Where the application's jar is. */
export interface CodeLocation {
  BucketARN: string;
  FileKey: string;
  ObjectVersion?: string;
}

export interface VpcDescription {
  readonly VpcConfigurationId: string;
  readonly VpcId: string;
  SubnetIds: string[];
  SecurityGroupIds: string[];
}

/** ApplicationConfigurationDescription, for Flink applications. */
export interface ConfigurationDescription {
  ApplicationCodeConfigurationDescription: {
    CodeContentType: "ZIPFILE";
    CodeContentDescription: { CodeMD5: string; CodeSize: number; S3ApplicationCodeLocationDescription: CodeLocation };
  };
  ApplicationSnapshotConfigurationDescription: { SnapshotsEnabled: boolean };
  ApplicationSystemRollbackConfigurationDescription?: { RollbackEnabled: boolean };
  EnvironmentPropertyDescriptions?: { PropertyGroupDescriptions: PropertyGroup[] };
  FlinkApplicationConfigurationDescription: {
    CheckpointConfigurationDescription: {
      ConfigurationType: string;
      CheckpointingEnabled: boolean;
      CheckpointInterval: number;
      MinPauseBetweenCheckpoints: number;
    };
    MonitoringConfigurationDescription: { ConfigurationType: string; MetricsLevel: string; LogLevel: string };
    ParallelismConfigurationDescription: {
      ConfigurationType: string;
      Parallelism: number;
      ParallelismPerKPU: number;
      CurrentParallelism: number;
      AutoScalingEnabled: boolean;
    };
  };
  VpcConfigurationDescriptions?: VpcDescription[];
  RunConfigurationDescription?: {
    ApplicationRestoreConfigurationDescription?: NonNullable<RunConfiguration["ApplicationRestoreConfiguration"]>;
    FlinkRunConfigurationDescription?: NonNullable<RunConfiguration["FlinkRunConfiguration"]>;
  };
}

/** ApplicationDetail (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_ApplicationDetail.html). */
export interface ApplicationDetail {
  readonly ApplicationARN: string;
  readonly ApplicationName: string;
  readonly ApplicationDescription?: string;
  RuntimeEnvironment: string;
  ServiceExecutionRole: string;
  ApplicationStatus: Status;
  ApplicationVersionId: number;
  ApplicationVersionRolledBackFrom?: number;
  ApplicationVersionRolledBackTo?: number;
  readonly ApplicationMode: "STREAMING";
  readonly CreateTimestamp: number;
  LastUpdateTimestamp: number;
  ConditionalToken: string;
  ApplicationConfigurationDescription: ConfigurationDescription;
  CloudWatchLoggingOptionDescriptions: { CloudWatchLoggingOptionId: string; LogStreamARN: string }[];
}

export interface OperationInfo {
  readonly Operation: string;
  readonly StartTime: number;
  EndTime?: number;
  OperationStatus: "IN_PROGRESS" | "SUCCESSFUL" | "FAILED";
  ApplicationVersionChangeDetails?: { ApplicationVersionUpdatedFrom: number; ApplicationVersionUpdatedTo: number };
  OperationFailureDetails?: { ErrorInfo: { ErrorString: string }; RollbackOperationId?: string };
}

/** A savepoint of the job; one that is being made, or could not be made, has no path. */
export interface SnapshotRecord {
  readonly name: string;
  path?: string;
  status: "CREATING" | "READY" | "FAILED";
  readonly applicationVersion: number;
  readonly createdAt: number;
}

/** What an update replaced: RollbackApplication brings it back. */
export type EarlierVersion = Pick<
  ApplicationDetail,
  "ApplicationVersionId" | "ApplicationConfigurationDescription" | "ServiceExecutionRole" | "RuntimeEnvironment"
>;

/** An application with what the API does not show. */
export interface Application {
  readonly detail: ApplicationDetail;
  operations: Record<string, OperationInfo>;
  snapshots: SnapshotRecord[];
  tags: Tags;
  /** The operation that decides the status: an earlier one that ends later does not. */
  activeOperation?: string;
  /** The version that ran before the last update of the running job. */
  earlier?: EarlierVersion;
  /** Whether the job is meant to run: then a dead one is started again. */
  wanted: boolean;
}

export interface FlinkState {
  applications: Record<string, Application>;
}
export type FlinkStore = Store<FlinkState>;

export const EMPTY_FLINK: FlinkState = { applications: {} };

export function invalidArgument(message: string): AwsError {
  return new AwsError("InvalidArgumentException", message);
}

/** Builds operations of Managed Flink. */
export const flinkOperation = operationsOf((problems) => invalidArgument(problems));

/** Unix seconds with milliseconds, AWS JSON's form of a time. */
export function epochSeconds(now = Date.now()): number {
  return now / 1000;
}

/** The newest complete savepoint. */
export function newestSnapshot({ snapshots }: Application): (SnapshotRecord & { path: string }) | undefined {
  return snapshots.findLast((snapshot): snapshot is SnapshotRecord & { path: string } => snapshot.path !== undefined);
}

/** Finds an application or refuses. */
export function applicationOf(state: Readonly<FlinkState>, name: string): Application {
  const application = state.applications[name];
  if (!application) throw new AwsError("ResourceNotFoundException", `Application ${name} does not exist.`);
  return application;
}
