import type { Environment } from "../../envs/schema";
import type { Snapshot } from "./application";
import type { JobContext } from "./context";
import { BEFORE_DEPLOYMENT, MANUAL } from "./snapshot";

const DAY_MS = 86_400_000;

/** Which snapshots stay: `flink.snapshots` of the environment's file. */
export type SnapshotRules = Environment["flink"]["snapshots"];

/**
 * Deletes the snapshots that the rules do not keep; Managed Flink itself never deletes one, and refuses further ones from 1,000 on
 * (https://docs.aws.amazon.com/managed-flink/latest/java/how-snapshots.html).
 *
 * @param confirmed whether to delete; else it is only said which would be
 */
export async function prune(context: JobContext, rules: SnapshotRules, confirmed: boolean): Promise<void> {
  const { application, log, pace } = context;
  const snapshots = await application.snapshots();
  const superfluous = superfluousSnapshots(snapshots, rules, pace.now());
  log(
    `${application.name} has ${snapshots.length} snapshots. Kept are the newest ${rules.keep}, and those named ` +
      `${BEFORE_DEPLOYMENT}… or ${MANUAL}… for ${rules.keepNamedDays} days: ${superfluous.length} can go.`,
  );
  for (const { SnapshotName = "", SnapshotCreationTimestamp } of superfluous) {
    if (confirmed) await application.deleteSnapshot(SnapshotName, SnapshotCreationTimestamp);
    log(`${confirmed ? "deleted" : "would delete"}  ${SnapshotCreationTimestamp?.toISOString()}  ${SnapshotName}`);
  }
  if (superfluous.length > 0 && !confirmed) log("Nothing was deleted: repeat this with --confirm.");
}

/**
 * The snapshots that are READY, older than the newest `keep` of them, and have no name that keeps them. One that is being made or
 * deleted is never among them; a failed one is once it is a day old.
 */
export function superfluousSnapshots(
  newestFirst: readonly Snapshot[],
  { keep, keepNamedDays }: SnapshotRules,
  now: number,
): Snapshot[] {
  const age = ({ SnapshotCreationTimestamp: made }: Snapshot) => (made ? (now - made.getTime()) / DAY_MS : 0);
  const named = ({ SnapshotName = "" }: Snapshot) =>
    SnapshotName.startsWith(BEFORE_DEPLOYMENT) || SnapshotName.startsWith(MANUAL);
  const old = newestFirst
    .filter(({ SnapshotStatus }) => SnapshotStatus === "READY")
    .slice(keep)
    .filter((snapshot) => !named(snapshot) || age(snapshot) > keepNamedDays);
  const failed = newestFirst.filter((snapshot) => snapshot.SnapshotStatus === "FAILED" && age(snapshot) > 1);
  return [...old, ...failed];
}
