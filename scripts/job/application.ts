import {
  type ApplicationDetail,
  type ApplicationOperationInfoDetails,
  type ApplicationRestoreType,
  CreateApplicationSnapshotCommand,
  DeleteApplicationSnapshotCommand,
  DescribeApplicationCommand,
  DescribeApplicationOperationCommand,
  type KinesisAnalyticsV2Client,
  ListApplicationOperationsCommand,
  ListApplicationSnapshotsCommand,
  RollbackApplicationCommand,
  type SnapshotDetails,
  StartApplicationCommand,
  StopApplicationCommand,
  UpdateApplicationCommand,
} from "@aws-sdk/client-kinesis-analytics-v2";

/** An operation of the application; one that failed says why. */
export interface Operation extends Pick<ApplicationOperationInfoDetails, "OperationStatus" | "StartTime" | "EndTime"> {
  readonly id: string;
  /** Such as `StartApplication` or `UpdateApplication`. */
  readonly name: string;
  readonly failure?: string;
  /** The operation by which AWS rolled a failed one back. */
  readonly rolledBackBy?: string;
}

export type Snapshot = SnapshotDetails;

/** What a start restores: a snapshot by name, the latest one, or nothing. */
export type Restore = "latest" | "nothing" | { readonly snapshot: string };

/** Pages that are read of a list at most: 1,000 snapshots are 20 (https://docs.aws.amazon.com/managed-flink/latest/java/limits.html). */
const MOST_PAGES = 40;

/**
 * A Flink application in the API of Managed Service for Apache Flink
 * (https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_Operations.html).
 */
export class JobApplication {
  private readonly key: { readonly ApplicationName: string };

  constructor(
    readonly name: string,
    private readonly client: Pick<KinesisAnalyticsV2Client, "send">,
  ) {
    this.key = { ApplicationName: name };
  }

  async describe(): Promise<ApplicationDetail> {
    const { ApplicationDetail: detail } = await this.client.send(new DescribeApplicationCommand(this.key));
    if (!detail) throw new Error(`AWS describes nothing of ${this.name}.`);
    return detail;
  }

  /** The newest operations, newest first. */
  async operations(most: number): Promise<Operation[]> {
    const all = await pages(async (NextToken) => {
      const page = await this.client.send(new ListApplicationOperationsCommand({ ...this.key, NextToken, Limit: 50 }));
      return { items: page.ApplicationOperationInfoList ?? [], next: page.NextToken };
    });
    // The order of the answer is not documented.
    const newest = all.sort((a, b) => time(b.StartTime) - time(a.StartTime)).slice(0, most);
    const known: Operation[] = [];
    // Only the description of a failed one says more than the list.
    for (const { OperationId: id = "", Operation: name = "", OperationStatus, StartTime, EndTime } of newest)
      known.push(
        OperationStatus === "FAILED" ? await this.operation(id) : { id, name, OperationStatus, StartTime, EndTime },
      );
    return known;
  }

  async operation(OperationId: string): Promise<Operation> {
    const { ApplicationOperationInfoDetails: details } = await this.client.send(
      new DescribeApplicationOperationCommand({ ...this.key, OperationId }),
    );
    if (!details) throw new Error(`AWS describes nothing of the operation ${OperationId} of ${this.name}.`);
    const { Operation: name = "", OperationStatus, StartTime, EndTime, OperationFailureDetails } = details;
    const { ErrorInfo, RollbackOperationId: rolledBackBy } = OperationFailureDetails ?? {};
    const failure = ErrorInfo?.ErrorString ?? (OperationStatus === "FAILED" ? "AWS gives no reason" : undefined);
    return { id: OperationId, name, OperationStatus, StartTime, EndTime, failure, rolledBackBy };
  }

  /** All snapshots, newest first. */
  async snapshots(): Promise<Snapshot[]> {
    const all = await pages(async (NextToken) => {
      const page = await this.client.send(new ListApplicationSnapshotsCommand({ ...this.key, NextToken, Limit: 50 }));
      return { items: page.SnapshotSummaries ?? [], next: page.NextToken };
    });
    return all.sort((a, b) => time(b.SnapshotCreationTimestamp) - time(a.SnapshotCreationTimestamp));
  }

  async createSnapshot(SnapshotName: string): Promise<void> {
    await this.client.send(new CreateApplicationSnapshotCommand({ ...this.key, SnapshotName }));
  }

  /** Deletes a snapshot; its time of creation, from the list, says that it is the one that was meant. */
  async deleteSnapshot(SnapshotName: string, SnapshotCreationTimestamp: Date | undefined): Promise<void> {
    await this.client.send(
      new DeleteApplicationSnapshotCommand({ ...this.key, SnapshotName, SnapshotCreationTimestamp }),
    );
  }

  /** Starts it. @returns the operation's id, where AWS names one */
  async start(restore: Restore): Promise<string | undefined> {
    const restores: { ApplicationRestoreType: ApplicationRestoreType; SnapshotName?: string } =
      restore === "latest"
        ? { ApplicationRestoreType: "RESTORE_FROM_LATEST_SNAPSHOT" }
        : restore === "nothing"
          ? { ApplicationRestoreType: "SKIP_RESTORE_FROM_SNAPSHOT" }
          : { ApplicationRestoreType: "RESTORE_FROM_CUSTOM_SNAPSHOT", SnapshotName: restore.snapshot };
    const RunConfiguration = { ApplicationRestoreConfiguration: restores };
    return (await this.client.send(new StartApplicationCommand({ ...this.key, RunConfiguration }))).OperationId;
  }

  async stop(Force: boolean): Promise<string | undefined> {
    return (await this.client.send(new StopApplicationCommand({ ...this.key, Force }))).OperationId;
  }

  async rollback(CurrentApplicationVersionId: number): Promise<string | undefined> {
    return (await this.client.send(new RollbackApplicationCommand({ ...this.key, CurrentApplicationVersionId })))
      .OperationId;
  }

  async setSystemRollback(CurrentApplicationVersionId: number, enabled: boolean): Promise<string | undefined> {
    const update = new UpdateApplicationCommand({
      ...this.key,
      CurrentApplicationVersionId,
      ApplicationConfigurationUpdate: {
        ApplicationSystemRollbackConfigurationUpdate: { RollbackEnabledUpdate: enabled },
      },
    });
    return (await this.client.send(update)).OperationId;
  }
}

const time = (date: Date | undefined): number => date?.getTime() ?? 0;

async function pages<T>(read: (token: string | undefined) => Promise<{ items: T[]; next?: string }>): Promise<T[]> {
  const all: T[] = [];
  let token: string | undefined;
  for (let count = 0; count < MOST_PAGES; count += 1) {
    const { items, next } = await read(token);
    all.push(...items);
    if (!next) return all;
    token = next;
  }
  throw new Error(`The list has more than ${MOST_PAGES} pages.`);
}
