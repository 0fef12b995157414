import { randomUUID } from "node:crypto";
import type { ServicesConfig } from "../config";
import type { RoleProblem } from "../emulator/roles";
import { bucketOf, type S3 } from "../emulator/s3";
import { AwsError } from "../protocol/aws-error";
import {
  type CodeFacts,
  describeConfiguration,
  describeRun,
  updateConfiguration,
  updatedLocation,
} from "./description";
import type { Lifecycle } from "./lifecycle";
import type { JobRunner } from "./runner";
import {
  CreateApplication,
  DeleteApplication,
  DescribeApplication,
  ListApplications,
  RollbackApplication,
  StartApplication,
  StopApplication,
  UpdateApplication,
} from "./schemas";
import {
  type Application,
  applicationOf,
  type CodeLocation,
  epochSeconds,
  type FlinkStore,
  flinkOperation,
  invalidArgument,
} from "./state";
import { checkRollback, keepEarlier } from "./versions";

const PRINCIPAL = "kinesisanalytics.amazonaws.com";

/** What the operations reach. */
export interface FlinkContext {
  readonly store: FlinkStore;
  readonly config: ServicesConfig;
  readonly lifecycle: Lifecycle;
  readonly runner: JobRunner;
  readonly roleProblem: RoleProblem;
  readonly s3: Pick<S3, "head">;
}

/** Refuses a change that was planned against another version. */
export function checkVersion({ detail }: Application, expected: number | undefined): void {
  if (expected !== undefined && expected !== detail.ApplicationVersionId)
    throw new AwsError(
      "ConcurrentModificationException",
      `CurrentApplicationVersionId is ${expected}; the application's is ${detail.ApplicationVersionId}.`,
    );
}

/** Marks a new version. */
export function nextVersion({ detail }: Application): void {
  detail.ApplicationVersionId += 1;
  detail.LastUpdateTimestamp = epochSeconds();
  detail.ConditionalToken = randomUUID();
}

function requireStatus({ detail }: Application, ...allowed: string[]): void {
  if (!allowed.includes(detail.ApplicationStatus))
    throw new AwsError(
      "ResourceInUseException",
      `Application ${detail.ApplicationName} is ${detail.ApplicationStatus}; it must be ${allowed.join(" or ")}.`,
    );
}

/** Create, describe, list, update, start, stop and delete. */
export function applicationOperations({ store, config, lifecycle, runner, roleProblem, s3 }: FlinkContext) {
  const checkRole = async (arn: string) => {
    const problem = await roleProblem(arn, PRINCIPAL);
    if (problem) throw invalidArgument(problem);
  };
  const codeAt = async ({ BucketARN, FileKey, ObjectVersion }: CodeLocation): Promise<CodeFacts> => {
    const bucket = bucketOf(BucketARN);
    if (!bucket) throw invalidArgument(`BucketARN "${BucketARN}" is not the ARN of a bucket.`);
    const found = await s3.head(bucket, FileKey, ObjectVersion);
    if (!found)
      throw invalidArgument(`We are unable to get the specified fileKey: ${FileKey} in the bucket ${bucket}.`);
    return found;
  };

  return {
    CreateApplication: flinkOperation(CreateApplication, async (request) => {
      const name = request.ApplicationName;
      if (store.value.applications[name])
        throw new AwsError("ResourceInUseException", `Application ${name} exists already.`);
      await checkRole(request.ServiceExecutionRole);
      const code = await codeAt(
        request.ApplicationConfiguration.ApplicationCodeConfiguration.CodeContent.S3ContentLocation,
      );
      const now = epochSeconds();
      const detail = {
        ApplicationARN: `arn:aws:kinesisanalytics:${config.region}:${config.accountId}:application/${name}`,
        ApplicationName: name,
        ...(request.ApplicationDescription ? { ApplicationDescription: request.ApplicationDescription } : {}),
        RuntimeEnvironment: request.RuntimeEnvironment,
        ServiceExecutionRole: request.ServiceExecutionRole,
        ApplicationStatus: "READY" as const,
        ApplicationVersionId: 1,
        ApplicationMode: "STREAMING" as const,
        CreateTimestamp: now,
        LastUpdateTimestamp: now,
        ConditionalToken: randomUUID(),
        ApplicationConfigurationDescription: describeConfiguration(request.ApplicationConfiguration, code),
        CloudWatchLoggingOptionDescriptions: (request.CloudWatchLoggingOptions ?? []).map((option, i) => ({
          CloudWatchLoggingOptionId: `1.${i + 1}`,
          ...option,
        })),
      };
      const tags = Object.fromEntries((request.Tags ?? []).map(({ Key, Value = "" }) => [Key, Value]));
      return store.change((state) => {
        state.applications[name] = { detail, operations: {}, snapshots: [], tags, wanted: false };
        return { ApplicationDetail: detail };
      });
    }),

    DescribeApplication: flinkOperation(DescribeApplication, ({ ApplicationName }) => ({
      ApplicationDetail: applicationOf(store.value, ApplicationName).detail,
    })),

    ListApplications: flinkOperation(ListApplications, () => ({
      ApplicationSummaries: Object.values(store.value.applications).map(({ detail }) => ({
        ApplicationName: detail.ApplicationName,
        ApplicationARN: detail.ApplicationARN,
        ApplicationStatus: detail.ApplicationStatus,
        ApplicationVersionId: detail.ApplicationVersionId,
        RuntimeEnvironment: detail.RuntimeEnvironment,
        ApplicationMode: detail.ApplicationMode,
      })),
    })),

    UpdateApplication: flinkOperation(UpdateApplication, async (request) => {
      const name = request.ApplicationName;
      const before = applicationOf(store.value, name);
      requireStatus(before, "READY", "RUNNING");
      checkVersion(before, request.CurrentApplicationVersionId);
      if (request.ServiceExecutionRoleUpdate) await checkRole(request.ServiceExecutionRoleUpdate);
      const change = request.ApplicationConfigurationUpdate;
      const code = change && (await codeAt(updatedLocation(before.detail.ApplicationConfigurationDescription, change)));
      const run = request.RunConfigurationUpdate;
      const running = before.detail.ApplicationStatus === "RUNNING";
      const from = before.detail.ApplicationVersionId;
      store.change((state) => {
        const application = applicationOf(state, name);
        const { detail } = application;
        if (running) keepEarlier(application);
        if (change && code)
          detail.ApplicationConfigurationDescription = updateConfiguration(
            detail.ApplicationConfigurationDescription,
            change,
            code,
          );
        if (run) detail.ApplicationConfigurationDescription.RunConfigurationDescription = describeRun(run);
        detail.ServiceExecutionRole = request.ServiceExecutionRoleUpdate ?? detail.ServiceExecutionRole;
        detail.RuntimeEnvironment = request.RuntimeEnvironmentUpdate ?? detail.RuntimeEnvironment;
        for (const { CloudWatchLoggingOptionId: id, LogStreamARNUpdate } of request.CloudWatchLoggingOptionUpdates ??
          []) {
          const option = detail.CloudWatchLoggingOptionDescriptions.find((o) => o.CloudWatchLoggingOptionId === id);
          if (!option) throw invalidArgument(`CloudWatch logging option ${id} does not exist.`);
          option.LogStreamARN = LogStreamARNUpdate;
        }
        nextVersion(application);
      });
      const facts = {
        ApplicationVersionChangeDetails: { ApplicationVersionUpdatedFrom: from, ApplicationVersionUpdatedTo: from + 1 },
      };
      const OperationId = running
        ? lifecycle.restart(name, "UpdateApplication", run, facts)
        : lifecycle.instant(name, "UpdateApplication", facts);
      return { ApplicationDetail: applicationOf(store.value, name).detail, OperationId };
    }),

    StartApplication: flinkOperation(StartApplication, ({ ApplicationName: name, RunConfiguration: run }) => {
      requireStatus(applicationOf(store.value, name), "READY");
      store.change((state) => {
        applicationOf(state, name).detail.ApplicationConfigurationDescription.RunConfigurationDescription =
          describeRun(run);
      });
      return { OperationId: lifecycle.start(name, run) };
    }),

    StopApplication: flinkOperation(StopApplication, ({ ApplicationName: name, Force = false }) => {
      requireStatus(
        applicationOf(store.value, name),
        ...(Force ? ["STARTING", "RUNNING", "UPDATING", "STOPPING"] : ["RUNNING"]),
      );
      return { OperationId: lifecycle.stop(name, Force) };
    }),

    RollbackApplication: flinkOperation(
      RollbackApplication,
      ({ ApplicationName: name, CurrentApplicationVersionId }) => {
        const before = applicationOf(store.value, name);
        requireStatus(before, "RUNNING", "UPDATING");
        checkVersion(before, CurrentApplicationVersionId);
        checkRollback(before);
        const OperationId = lifecycle.rollback(name);
        return { ApplicationDetail: applicationOf(store.value, name).detail, OperationId };
      },
    ),

    DeleteApplication: flinkOperation(DeleteApplication, async ({ ApplicationName: name, CreateTimestamp }) => {
      const { detail } = applicationOf(store.value, name);
      if (Math.abs(CreateTimestamp - detail.CreateTimestamp) >= 1)
        throw invalidArgument(`CreateTimestamp is ${CreateTimestamp}; the application's is ${detail.CreateTimestamp}.`);
      await runner.forget(name);
      return store.change((state) => {
        delete state.applications[name];
        return {};
      });
    }),
  };
}
