import { AwsError } from "../protocol/aws-error";
import type { FlinkContext } from "./applications";
import { page } from "./pages";
import { DeleteSnapshot, ListSnapshots, Snapshot } from "./schemas";
import { applicationOf, flinkOperation, invalidArgument, type SnapshotRecord } from "./state";

/** Snapshots that an application may have (https://docs.aws.amazon.com/managed-flink/latest/java/limits.html). */
const MOST_SNAPSHOTS = 1000;

const snapshotView = ({ name, status, applicationVersion, createdAt }: SnapshotRecord) => ({
  SnapshotName: name,
  SnapshotStatus: status,
  ApplicationVersionId: applicationVersion,
  SnapshotCreationTimestamp: createdAt,
  RuntimeEnvironment: "FLINK-1_20",
});

/** Savepoints of a job, by name. */
export function snapshotOperations({ store, lifecycle, runner }: FlinkContext) {
  const snapshotOf = (applicationName: string, name: string): SnapshotRecord => {
    const found = applicationOf(store.value, applicationName).snapshots.find((s) => s.name === name);
    if (!found) throw new AwsError("ResourceNotFoundException", `Snapshot ${name} does not exist.`);
    return found;
  };
  return {
    ListApplicationSnapshots: flinkOperation(ListSnapshots, ({ ApplicationName, ...request }) => {
      const { items, NextToken } = page(applicationOf(store.value, ApplicationName).snapshots, request);
      return { SnapshotSummaries: items.map(snapshotView), NextToken };
    }),
    DescribeApplicationSnapshot: flinkOperation(Snapshot, ({ ApplicationName, SnapshotName }) => ({
      SnapshotDetails: snapshotView(snapshotOf(ApplicationName, SnapshotName)),
    })),
    CreateApplicationSnapshot: flinkOperation(Snapshot, ({ ApplicationName, SnapshotName }) => {
      const { detail, snapshots } = applicationOf(store.value, ApplicationName);
      if (detail.ApplicationStatus !== "RUNNING")
        throw new AwsError("InvalidRequestException", "The application is not running.");
      if (snapshots.some(({ name }) => name === SnapshotName))
        throw new AwsError("ResourceInUseException", `Snapshot ${SnapshotName} exists already.`);
      if (snapshots.some(({ status }) => status === "CREATING"))
        throw new AwsError("ResourceInUseException", "Another snapshot is being made.");
      if (snapshots.length >= MOST_SNAPSHOTS)
        throw new AwsError("LimitExceededException", `The application has ${MOST_SNAPSHOTS} snapshots.`);
      lifecycle.snapshot(ApplicationName, SnapshotName);
      return {};
    }),
    DeleteApplicationSnapshot: flinkOperation(
      DeleteSnapshot,
      async ({ ApplicationName, SnapshotName, SnapshotCreationTimestamp }) => {
        const { createdAt, status, path } = snapshotOf(ApplicationName, SnapshotName);
        if (Math.abs(createdAt - SnapshotCreationTimestamp) >= 1)
          throw invalidArgument(
            `SnapshotCreationTimestamp is ${SnapshotCreationTimestamp}; the snapshot's is ${createdAt}.`,
          );
        if (status === "CREATING")
          throw new AwsError("ResourceInUseException", `Snapshot ${SnapshotName} is being made.`);
        store.change((state) => {
          const application = applicationOf(state, ApplicationName);
          application.snapshots = application.snapshots.filter(({ name }) => name !== SnapshotName);
        });
        if (path) await runner.deleteSavepoint(ApplicationName, path);
        return {};
      },
    ),
  };
}
