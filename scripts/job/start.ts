import type { Operation, Restore } from "./application";
import type { JobContext } from "./context";
import { earlierJarFirst } from "./rollback";
import { requireState } from "./states";
import { operationLine } from "./status";
import { untilDone } from "./wait";

/** Operations that change nothing of what a start would run. */
const HARMLESS = /^(StopApplication|.*Snapshot|TagResource|UntagResource|.*Maintenance.*)$/;

/** How a start is to be done. */
export interface StartOptions {
  readonly restore: Restore;
  /** Start even though the last operation failed and nothing seems to have changed since. */
  readonly again: boolean;
}

/**
 * Starts the stopped job.
 * @throws Error when it is not stopped, the snapshot is not there, or what would be started has just failed
 */
export async function start(context: JobContext, { restore, again }: StartOptions): Promise<void> {
  const { application, environment, log } = context;
  const detail = await application.describe();
  requireState(detail, "a start", ["READY"], environment, { RUNNING: "it runs already" });
  const failed = justFailed(await application.operations(20));
  if (failed && !again)
    throw new Error(
      `What would be started has just failed, and nothing has changed since: ${operationLine(failed)}. ` +
        `Correct the cause and deploy. Was it a deployment? ${earlierJarFirst(context)}. ` +
        "If the cause is gone (the network, a role, the cluster), repeat this with --again.",
    );
  log(`${await described(context, restore)} Starting ${application.name} …`);
  await untilDone(context, await application.start(restore), "The start", "RUNNING");
  log(`${application.name} is RUNNING. See that it stays so: docs/ALERT_RUNBOOKS.md, "job-restarting".`);
}

/** The operation that failed last, if nothing was changed after it. */
export function justFailed(newestFirst: readonly Operation[]): Operation | undefined {
  const last = newestFirst.find(
    ({ name, OperationStatus }) =>
      !HARMLESS.test(name) && OperationStatus !== "IN_PROGRESS" && OperationStatus !== "CANCELLED",
  );
  return last?.OperationStatus === "FAILED" ? last : undefined;
}

async function described({ application, environment }: JobContext, restore: Restore): Promise<string> {
  const ready = (await application.snapshots()).filter(({ SnapshotStatus }) => SnapshotStatus === "READY");
  if (restore === "nothing")
    return (
      "Without a snapshot: the job begins at the offsets that its consumer group has committed, and the windows that were open are lost " +
      '(docs/DEPLOYMENT.md, "Reading trades again").'
    );
  if (restore === "latest") {
    const [newest] = ready;
    return newest
      ? `From the newest snapshot ${newest.SnapshotName} of ${newest.SnapshotCreationTimestamp?.toISOString()}.`
      : "There is no snapshot yet: the job begins without state.";
  }
  const found = ready.find(({ SnapshotName }) => SnapshotName === restore.snapshot);
  if (!found)
    throw new Error(
      `There is no snapshot ${restore.snapshot} that is READY. The newest are ${
        ready
          .slice(0, 5)
          .map(({ SnapshotName }) => SnapshotName)
          .join(", ") || "none"
      } (npm run job -- status --env ${environment}).`,
    );
  const newer = ready.indexOf(found);
  const again = newer > 0 ? ` ${newer} newer ones are left out: the windows since then come twice.` : "";
  return `From snapshot ${restore.snapshot} of ${found.SnapshotCreationTimestamp?.toISOString()}.${again}`;
}
