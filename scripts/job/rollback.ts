import type { Operation, Snapshot } from "./application";
import type { JobContext } from "./context";
import { requireState } from "./states";
import { jarOf, rollsBackByItself } from "./status";
import { untilDone } from "./wait";

/** How the earlier jar comes back to an application that does not run. */
export const earlierJarFirst = ({ environment, deploy }: JobContext): string =>
  "RollbackApplication works on a running application only, so put the earlier jar back first: `git revert` the change, " +
  `\`${deploy}\`, then \`npm run job -- start --env ${environment} --snapshot <one from before the deployment>\``;

/**
 * Brings back the version that ran before, with the state of the newest snapshot
 * (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_RollbackApplication.html).
 *
 * @param acceptNewerState whether the earlier version may load a snapshot that the present one has taken
 * @throws Error in another state than RUNNING, UPDATING and AUTOSCALING, and without a snapshot
 */
export async function rollBack(context: JobContext, acceptNewerState: boolean): Promise<void> {
  const { application, environment, log } = context;
  const before = await application.describe();
  requireState(before, "a rollback", ["RUNNING", "UPDATING", "AUTOSCALING"], environment, {
    READY: earlierJarFirst(context),
  });
  const version = before.ApplicationVersionId ?? 0;
  if (version <= 1) throw new Error(`${application.name} has version ${version} only: there is none to go back to.`);
  const newest = (await application.snapshots()).find(({ SnapshotStatus }) => SnapshotStatus === "READY");
  if (!newest)
    throw new Error(
      `${application.name} has no snapshot, and AWS refuses to roll back without one. Put the earlier jar back by \`git revert\` and \`${context.deploy}\`.`,
    );
  if (!acceptNewerState && isOfPresentVersion(newest, await application.operations(20)))
    throw new Error(
      `The newest snapshot ${newest.SnapshotName} was taken by version ${version}, the one to leave: the earlier jar may not read all of it. ` +
        `Either stop (npm run job -- stop --env ${environment}), put the earlier jar back and start from a snapshot of an earlier version, ` +
        "or, if the earlier jar knows that state, repeat this with --accept-newer-state.",
    );
  log(`Rolling back from version ${version} (${jarOf(before)}), with snapshot ${newest.SnapshotName} …`);
  await untilDone(context, await application.rollback(version), "The rollback", "RUNNING");
  const after = await application.describe();
  log(`${application.name} is ${after.ApplicationStatus}, version ${after.ApplicationVersionId}, ${jarOf(after)}.`);
  log(
    "Terraform does not know of this: its next plan wants the newer jar again, so `git revert` the change before you deploy.",
  );
}

/**
 * Whether a snapshot was taken after the last update had ended: the one that an update takes is of the version before. The snapshot's
 * own version does not say that, since AWS counts the version up when the update begins.
 */
function isOfPresentVersion(
  { SnapshotCreationTimestamp: taken }: Snapshot,
  newestFirst: readonly Operation[],
): boolean {
  const update = newestFirst.find(({ name }) => name === "UpdateApplication");
  return update?.EndTime !== undefined && taken !== undefined && taken > update.EndTime;
}

/** Switches on or off that AWS rolls back by itself an update or a scaling that fails. */
export async function setSystemRollback(context: JobContext, enabled: boolean): Promise<void> {
  const { application, environment, log } = context;
  const word = enabled ? "on" : "off";
  const detail = await application.describe();
  if (rollsBackByItself(detail) === enabled) return log(`System rollback is ${word} already.`);
  requireState(detail, "this setting", ["RUNNING", "READY"], environment);
  const state = detail.ApplicationStatus === "RUNNING" ? "RUNNING" : "READY";
  log(`Switching system rollback ${word}; an update may restart a running job from its snapshot …`);
  const operation = await application.setSystemRollback(detail.ApplicationVersionId ?? 0, enabled);
  await untilDone(context, operation, "The update", state);
  log(`System rollback is ${word}.`);
}
