import type { JobContext } from "./context";
import { requireState } from "./states";
import { untilSnapshotReady } from "./wait";

/** Names of snapshots: https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_CreateApplicationSnapshot.html */
export const SNAPSHOT_NAME = /^[a-zA-Z0-9_.-]{1,256}$/;

/** Begins the name of a snapshot that was taken before a deployment. */
export const BEFORE_DEPLOYMENT = "before-deployment-";
/** Begins the name of a snapshot that a person took without naming it. */
export const MANUAL = "manual-";

const stamp = (now: number): string => new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");

/**
 * Takes a snapshot of the running job and waits until it is complete.
 *
 * @param name the snapshot's name. Default: `manual-` and the time
 * @returns its name
 * @throws Error unless the application runs and nothing else is under way, or when the snapshot fails
 */
export async function takeSnapshot(
  context: JobContext,
  name = `${MANUAL}${stamp(context.pace.now())}`,
): Promise<string> {
  const { application, environment, log } = context;
  requireState(await application.describe(), "a snapshot", ["RUNNING"], environment, {
    READY: "it is stopped, and its newest snapshot holds its state",
  });
  const snapshots = await application.snapshots();
  const making = snapshots.find(({ SnapshotStatus }) => SnapshotStatus === "CREATING");
  if (making)
    throw new Error(
      `Snapshot ${making.SnapshotName} is being made since ${making.SnapshotCreationTimestamp?.toISOString()}: wait for it (npm run job -- status --env ${environment}).`,
    );
  if (snapshots.some(({ SnapshotName }) => SnapshotName === name))
    throw new Error(`A snapshot ${name} exists already: choose another name with --name.`);
  const [busy] = await application.operations(1);
  if (busy?.OperationStatus === "IN_PROGRESS")
    throw new Error(
      `${busy.name} is in progress: wait until it has ended (npm run job -- status --env ${environment}).`,
    );
  await application.createSnapshot(name);
  log(`Snapshot ${name} is being made …`);
  await untilSnapshotReady(context, name);
  log(`Snapshot ${name} is READY. To start from it: npm run job -- start --env ${environment} --snapshot ${name}`);
  return name;
}

/**
 * For a deployment: keeps the running job's state under a name that says so. Where the application does not run there is nothing to
 * keep; where it does not exist yet, neither.
 *
 * @returns the snapshot's name, or undefined where none was needed
 * @throws Error when something else is under way, or the snapshot fails: then do not deploy
 */
export async function snapshotBeforeDeployment(context: JobContext): Promise<string | undefined> {
  const { application, log, pace } = context;
  const detail = await application.describe().catch((error) => {
    if ((error as Error).name === "ResourceNotFoundException") return undefined;
    throw error;
  });
  if (detail?.ApplicationStatus === "RUNNING") return takeSnapshot(context, `${BEFORE_DEPLOYMENT}${stamp(pace.now())}`);
  log(
    detail
      ? `No snapshot before the deployment: ${application.name} is ${detail.ApplicationStatus}.`
      : `No snapshot before the deployment: ${application.name} does not exist yet.`,
  );
  return undefined;
}
