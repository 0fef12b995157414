import type { JobContext } from "./context";
import { requireState } from "./states";
import { untilDone } from "./wait";

/**
 * Stops the job with a snapshot; with `force`, at once and without one
 * (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_StopApplication.html).
 * @throws Error when its state does not allow that, or a snapshot is being made
 */
export async function stop(context: JobContext, force: boolean): Promise<void> {
  const { application, environment, log } = context;
  const detail = await application.describe();
  const without = `it can only be stopped without a snapshot: npm run job -- stop --env ${environment} --force`;
  if (force)
    requireState(
      detail,
      "a stop by force",
      ["RUNNING", "STARTING", "UPDATING", "AUTOSCALING", "STOPPING"],
      environment,
    );
  else
    requireState(detail, "a stop", ["RUNNING"], environment, {
      READY: "it is stopped already",
      STARTING: `wait, or ${without}`,
      UPDATING: `wait, or ${without}`,
    });
  const before = await application.snapshots();
  const making = before.find(({ SnapshotStatus }) => SnapshotStatus === "CREATING");
  if (making && !force)
    throw new Error(
      `Snapshot ${making.SnapshotName} is being made: wait for it (npm run job -- status --env ${environment}).`,
    );
  const enabled = detail.ApplicationConfigurationDescription?.ApplicationSnapshotConfigurationDescription;
  if (enabled?.SnapshotsEnabled === false && !force)
    throw new Error(`${application.name} takes no snapshots (SnapshotsEnabled is false): ${without}.`);
  log(
    force
      ? `Stopping ${application.name} at once, without a snapshot …`
      : `Stopping ${application.name} with a snapshot …`,
  );
  await untilDone(context, await application.stop(force), "The stop", "READY");
  const [newest] = (await application.snapshots()).filter(({ SnapshotStatus }) => SnapshotStatus === "READY");
  log(
    force
      ? `Stopped. The next start reads again what came since ${newest ? `snapshot ${newest.SnapshotName} (${newest.SnapshotCreationTimestamp?.toISOString()})` : "the group's committed offsets"}: those windows come twice.`
      : `Stopped; its state is in snapshot ${newest?.SnapshotName}. To continue: npm run job -- start --env ${environment}`,
  );
}
