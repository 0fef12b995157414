import type { ApplicationDetail } from "@aws-sdk/client-kinesis-analytics-v2";
import type { Operation, Snapshot } from "./application";
import type { JobContext } from "./context";

const NEWEST_SNAPSHOTS = 5;
/** From this number on, status tells to delete some. */
const MANY_SNAPSHOTS = 800;

/** What a jar is known by: its bucket and key. */
export function jarOf({ ApplicationConfigurationDescription: configuration }: ApplicationDetail): string {
  const { BucketARN = "", FileKey = "unknown" } =
    configuration?.ApplicationCodeConfigurationDescription?.CodeContentDescription
      ?.S3ApplicationCodeLocationDescription ?? {};
  return `s3://${BucketARN.replace(/^arn:[^:]*:s3:::/, "")}/${FileKey}`;
}

/** Whether AWS rolls back by itself an update that fails. */
export const rollsBackByItself = ({ ApplicationConfigurationDescription: configuration }: ApplicationDetail): boolean =>
  configuration?.ApplicationSystemRollbackConfigurationDescription?.RollbackEnabled ?? false;

/** One line: when, what, how it ended and why. */
export function operationLine({ name, OperationStatus, StartTime, EndTime, failure, rolledBackBy }: Operation): string {
  const seconds = StartTime && EndTime ? ` in ${Math.round((EndTime.getTime() - StartTime.getTime()) / 1_000)} s` : "";
  const why = failure ? `: ${failure}` : "";
  const back = rolledBackBy ? ` (rolled back by ${rolledBackBy})` : "";
  return `${StartTime?.toISOString() ?? "?"}  ${name}  ${OperationStatus}${seconds}${why}${back}`;
}

const snapshotLine = ({ SnapshotName, SnapshotStatus, ApplicationVersionId, SnapshotCreationTimestamp }: Snapshot) =>
  `${SnapshotCreationTimestamp?.toISOString() ?? "?"}  ${SnapshotName}  ${SnapshotStatus}  of version ${ApplicationVersionId}`;

/** Says how the application is, what was done with it last, and which snapshots it has. */
export async function showStatus({ application, environment, log }: JobContext): Promise<void> {
  const detail = await application.describe();
  const [last, ...before] = await application.operations(10);
  const snapshots = await application.snapshots();
  log(`application      ${detail.ApplicationName}`);
  log(`state            ${detail.ApplicationStatus}`);
  log(`version          ${detail.ApplicationVersionId}, ${detail.RuntimeEnvironment}`);
  log(`jar              ${jarOf(detail)}`);
  log(
    `system rollback  ${rollsBackByItself(detail) ? "on" : `off: a failed update leaves the job down (npm run job -- rollback-on --env ${environment})`}`,
  );
  log(`last operation   ${last ? operationLine(last) : "none is known"}`);
  const failed =
    last?.OperationStatus === "FAILED" ? undefined : before.find((one) => one.OperationStatus === "FAILED");
  if (failed) log(`last failure     ${operationLine(failed)}`);
  const hint = snapshots.length >= MANY_SNAPSHOTS ? ` (npm run job -- prune --env ${environment})` : "";
  log(
    `snapshots        ${snapshots.length} of 1,000${hint}${snapshots.length > NEWEST_SNAPSHOTS ? "; the newest:" : ""}`,
  );
  for (const snapshot of snapshots.slice(0, NEWEST_SNAPSHOTS)) log(`                 ${snapshotLine(snapshot)}`);
}

/** Lists what was done with the application, newest first. */
export async function showOperations({ application, log }: JobContext, most: number): Promise<void> {
  const operations = await application.operations(most);
  if (operations.length === 0) log("No operation is known.");
  for (const operation of operations) log(operationLine(operation));
}
