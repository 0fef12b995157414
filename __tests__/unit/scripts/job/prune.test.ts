import type { Snapshot } from "../../../../scripts/job/application";
import { prune, superfluousSnapshots } from "../../../../scripts/job/prune";
import { takeSnapshot } from "../../../../scripts/job/snapshot";
import { temporaryFolder } from "../../local/services/temporary";
import { runningJob } from "./rig";

const dir = temporaryFolder();
const NOW = Date.parse("2026-11-30T00:00:00Z");
const RULES = { keep: 5, keepNamedDays: 30 };

const snapshot = (
  SnapshotName: string,
  daysOld: number,
  SnapshotStatus: Snapshot["SnapshotStatus"] = "READY",
): Snapshot => ({
  SnapshotName,
  SnapshotStatus,
  ApplicationVersionId: 1,
  SnapshotCreationTimestamp: new Date(NOW - daysOld * 86_400_000),
});
const newest = (count: number) => Array.from({ length: count }, (_, i) => snapshot(`newest-${i}`, i));
const names = (snapshots: Snapshot[]) =>
  superfluousSnapshots(snapshots, RULES, NOW).map(({ SnapshotName }) => SnapshotName);

it("keeps the newest ones, however old they are", () => {
  expect(names(newest(5))).toEqual([]);
  expect(names(newest(5).map((one) => ({ ...one, SnapshotCreationTimestamp: new Date(0) })))).toEqual([]);
  expect(names([...newest(5), snapshot("sixth", 40)])).toEqual(["sixth"]);
});

it("keeps a named one for its days, and no longer", () => {
  const named = (days: number) => names([...newest(5), snapshot("before-deployment-20261030T000000Z", days)]);
  expect(named(30)).toEqual([]);
  expect(named(30.01)).toEqual(["before-deployment-20261030T000000Z"]);
  expect(names([...newest(5), snapshot("manual-1", 29), snapshot("before", 29)])).toEqual(["before"]);
});

it("never takes one that is being made or deleted, nor counts it among the newest; a failed one goes after a day", () => {
  expect(names([snapshot("making", 0, "CREATING"), ...newest(5), snapshot("going", 90, "DELETING")])).toEqual([]);
  expect(names([snapshot("failed", 0.5, "FAILED"), ...newest(5), snapshot("long failed", 2, "FAILED")])).toEqual([
    "long failed",
  ]);
});

it("deletes only when that is confirmed", async () => {
  const { context, lines } = await runningJob(dir());
  for (let i = 0; i < 7; i += 1) await takeSnapshot(context, `snapshot-${i}`);
  const left = async () => (await context.application.snapshots()).map(({ SnapshotName }) => SnapshotName);
  lines.length = 0;
  await prune(context, RULES, false);
  expect(await left()).toHaveLength(7);
  expect(lines.at(-1)).toBe("Nothing was deleted: repeat this with --confirm.");
  await prune(context, RULES, true);
  expect(await left()).toEqual(["snapshot-6", "snapshot-5", "snapshot-4", "snapshot-3", "snapshot-2"]);
});
