import { setTimeout as delay } from "node:timers/promises";
import { BUCKET, FakeRunner, openClients, ROLE } from "../clients";
import { temporaryFolder } from "../temporary";

const dir = temporaryFolder();
const NAME = { ApplicationName: "job" };
const CODE = {
  CodeContentType: "ZIPFILE",
  CodeContent: { S3ContentLocation: { BucketARN: BUCKET, FileKey: "job.jar" } },
};
const APPLICATION = {
  ...NAME,
  RuntimeEnvironment: "FLINK-1_20",
  ServiceExecutionRole: ROLE,
  ApplicationConfiguration: { ApplicationCodeConfiguration: CODE },
};
const PARALLELISM = {
  ...NAME,
  ApplicationConfigurationUpdate: {
    FlinkApplicationConfigurationUpdate: { ParallelismConfigurationUpdate: { ParallelismUpdate: 4 } },
  },
};

type Detail = { ApplicationStatus: string; ApplicationVersionId: number; CreateTimestamp: number };
type Clients = ReturnType<typeof openClients>;
const detail = async ({ flink }: Clients) =>
  (await flink("DescribeApplication", NAME)).ApplicationDetail as unknown as Detail;

/** The operation's result once it has ended. */
async function ended(clients: Clients, answer: Record<string, unknown>): Promise<{ OperationStatus: string }> {
  for (;;) {
    const { ApplicationOperationInfoDetails: operation } = await clients.flink("DescribeApplicationOperation", {
      ...NAME,
      OperationId: answer.OperationId,
    });
    if ((operation as unknown as { OperationStatus: string }).OperationStatus !== "IN_PROGRESS")
      return operation as never;
    await delay(5);
  }
}

/** A running application. */
async function running(runner = new FakeRunner()): Promise<Clients> {
  const clients = openClients(dir(), runner);
  await clients.flink("CreateApplication", APPLICATION);
  await ended(clients, await clients.flink("StartApplication", NAME));
  return clients;
}

describe("CreateApplication", () => {
  it.each([
    ["an unknown field", { Colour: "red" }, /Colour/],
    ["a role that does not exist", { ServiceExecutionRole: "arn:aws:iam::000000000000:role/other" }, /does not exist/],
    [
      "a jar that is not there",
      {
        ApplicationConfiguration: {
          ApplicationCodeConfiguration: {
            ...CODE,
            CodeContent: { S3ContentLocation: { BucketARN: BUCKET, FileKey: "none" } },
          },
        },
      },
      /unable to get the specified fileKey: none/,
    ],
    [
      "a wrong bucket ARN",
      {
        ApplicationConfiguration: {
          ApplicationCodeConfiguration: {
            ...CODE,
            CodeContent: { S3ContentLocation: { BucketARN: "b", FileKey: "k" } },
          },
        },
      },
      /"b" is not the ARN/,
    ],
    ["another runtime", { RuntimeEnvironment: "FLINK-1_18" }, /FLINK-1_20/],
  ])("refuses %s", async (_, change, message) => {
    await expect(openClients(dir()).flink("CreateApplication", { ...APPLICATION, ...change })).rejects.toMatchObject({
      type: "InvalidArgumentException",
      message: expect.stringMatching(message),
    });
  });
});

describe("a job", () => {
  it("starts from nothing the first time, and then from its last savepoint", async () => {
    const clients = await running();
    await expect(detail(clients)).resolves.toMatchObject({ ApplicationStatus: "RUNNING" });
    await ended(clients, await clients.flink("StopApplication", NAME));
    await expect(detail(clients)).resolves.toMatchObject({ ApplicationStatus: "READY" });
    await ended(clients, await clients.flink("StartApplication", NAME));
    expect(clients.runner.calls).toEqual([
      "start job from nothing",
      "stop job with savepoint",
      "start job from savepoint-2",
    ]);
  });

  it("starts from nothing when that is asked for", async () => {
    const clients = await running();
    await ended(clients, await clients.flink("StopApplication", NAME));
    const RunConfiguration = {
      ApplicationRestoreConfiguration: { ApplicationRestoreType: "SKIP_RESTORE_FROM_SNAPSHOT" },
    };
    await ended(clients, await clients.flink("StartApplication", { ...NAME, RunConfiguration }));
    expect(clients.runner.calls.at(-1)).toBe("start job from nothing");
  });

  it("is stopped with a savepoint and restored from it when its application is updated", async () => {
    const clients = await running();
    await ended(clients, await clients.flink("UpdateApplication", PARALLELISM));
    await expect(detail(clients)).resolves.toMatchObject({ ApplicationStatus: "RUNNING", ApplicationVersionId: 2 });
    expect(clients.runner.calls.slice(1)).toEqual(["stop job with savepoint", "start job from savepoint-2"]);
  });

  it("that has crashed continues from its newest checkpoint when its application is updated", async () => {
    const clients = await running();
    clients.runner.crashed = true;
    clients.runner.checkpoint = { path: "chk-7", completedAt: 1 };
    await ended(clients, await clients.flink("UpdateApplication", PARALLELISM));
    expect(clients.runner.calls.at(-1)).toBe("start job from chk-7");
  });

  it("is stopped without a savepoint by force", async () => {
    const clients = await running();
    await ended(clients, await clients.flink("StopApplication", { ...NAME, Force: true }));
    expect(clients.runner.calls.at(-1)).toBe("stop job");
  });

  it("that cannot start leaves its application ready, and says why", async () => {
    const runner = new FakeRunner();
    runner.fail.set("start", new Error("no such class"));
    const clients = openClients(dir(), runner);
    await clients.flink("CreateApplication", APPLICATION);
    await expect(ended(clients, await clients.flink("StartApplication", NAME))).resolves.toMatchObject({
      OperationStatus: "FAILED",
      OperationFailureDetails: { ErrorInfo: { ErrorString: "no such class" } },
    });
    await expect(detail(clients)).resolves.toMatchObject({ ApplicationStatus: "READY" });
  });

  it("runs on when its savepoint fails", async () => {
    const clients = await running();
    clients.runner.fail.set("stop", new Error("savepoint failed"));
    await expect(ended(clients, await clients.flink("StopApplication", NAME))).resolves.toMatchObject({
      OperationStatus: "FAILED",
    });
    await expect(detail(clients)).resolves.toMatchObject({ ApplicationStatus: "RUNNING" });
  });
});

describe("an update that fails", () => {
  const ROLLBACK_ON = {
    ...NAME,
    ApplicationConfigurationUpdate: {
      ApplicationSystemRollbackConfigurationUpdate: { RollbackEnabledUpdate: true },
    },
  };

  it("leaves the application ready with the new configuration, and the operation says why", async () => {
    const clients = await running();
    clients.runner.fail.set("start", new Error("no such class"));
    const answer = await clients.flink("UpdateApplication", PARALLELISM);
    await expect(ended(clients, answer)).resolves.toEqual({
      Operation: "UpdateApplication",
      StartTime: expect.any(Number),
      EndTime: expect.any(Number),
      OperationStatus: "FAILED",
      ApplicationVersionChangeDetails: { ApplicationVersionUpdatedFrom: 1, ApplicationVersionUpdatedTo: 2 },
      OperationFailureDetails: { ErrorInfo: { ErrorString: "no such class" } },
    });
    await expect(detail(clients)).resolves.toMatchObject({ ApplicationStatus: "READY", ApplicationVersionId: 2 });
    await expect(
      clients.flink("RollbackApplication", { ...NAME, CurrentApplicationVersionId: 2 }),
    ).rejects.toMatchObject({ type: "ResourceInUseException" });
  });

  it("is rolled back by itself where system rollback is on, from the snapshot that it took", async () => {
    const clients = await running();
    await ended(clients, await clients.flink("UpdateApplication", ROLLBACK_ON));
    clients.runner.fail.set("start", new Error("no such class"));
    const answer = await clients.flink("UpdateApplication", PARALLELISM);
    const failed = (await ended(clients, answer)) as unknown as {
      OperationFailureDetails: { RollbackOperationId: string };
    };
    const OperationId = failed.OperationFailureDetails.RollbackOperationId;
    await expect(ended(clients, { OperationId })).resolves.toMatchObject({
      Operation: "RollbackApplication",
      OperationStatus: "SUCCESSFUL",
    });
    await expect(detail(clients)).resolves.toMatchObject({
      ApplicationStatus: "RUNNING",
      ApplicationVersionId: 4,
      ApplicationVersionRolledBackFrom: 3,
      ApplicationVersionRolledBackTo: 2,
      ApplicationConfigurationDescription: {
        FlinkApplicationConfigurationDescription: { ParallelismConfigurationDescription: { Parallelism: 1 } },
      },
    });
    expect(clients.runner.calls.slice(3)).toEqual([
      "stop job with savepoint",
      "start job from savepoint-4",
      "stop job",
      "start job from savepoint-4",
    ]);
  });
});

describe("RollbackApplication", () => {
  const version = (CurrentApplicationVersionId: number) => ({ ...NAME, CurrentApplicationVersionId });

  it("brings back the version that ran before, from the newest snapshot", async () => {
    const clients = await running();
    await ended(clients, await clients.flink("UpdateApplication", PARALLELISM));
    await ended(clients, await clients.flink("RollbackApplication", version(2)));
    await expect(detail(clients)).resolves.toMatchObject({
      ApplicationStatus: "RUNNING",
      ApplicationVersionId: 3,
      ApplicationConfigurationDescription: {
        FlinkApplicationConfigurationDescription: { ParallelismConfigurationDescription: { Parallelism: 1 } },
      },
    });
    expect(clients.runner.calls.slice(-2)).toEqual(["stop job", "start job from savepoint-2"]);
  });

  it("is refused without an earlier version, for another version and without a snapshot", async () => {
    const clients = await running();
    await expect(clients.flink("RollbackApplication", version(1))).rejects.toMatchObject({
      type: "InvalidRequestException",
      message: expect.stringContaining("no earlier running version"),
    });
    clients.runner.crashed = true;
    await ended(clients, await clients.flink("UpdateApplication", PARALLELISM));
    await expect(clients.flink("RollbackApplication", version(1))).rejects.toMatchObject({
      type: "ConcurrentModificationException",
    });
    await expect(clients.flink("RollbackApplication", version(2))).rejects.toMatchObject({
      type: "InvalidRequestException",
      message: expect.stringContaining("no snapshot"),
    });
  });
});

describe("operations", () => {
  it("are listed newest first, in pages, by name and by status", async () => {
    const clients = await running();
    await ended(clients, await clients.flink("UpdateApplication", PARALLELISM));
    const first = await clients.flink("ListApplicationOperations", { ...NAME, Limit: 1 });
    expect(first).toMatchObject({
      ApplicationOperationInfoList: [{ Operation: "UpdateApplication", OperationStatus: "SUCCESSFUL" }],
      NextToken: "1",
    });
    const rest = await clients.flink("ListApplicationOperations", { ...NAME, Limit: 1, NextToken: "1" });
    expect(rest).toMatchObject({ ApplicationOperationInfoList: [{ Operation: "StartApplication" }] });
    expect(rest).not.toHaveProperty("NextToken", expect.anything());
    await expect(
      clients.flink("ListApplicationOperations", { ...NAME, Operation: "StartApplication" }),
    ).resolves.toMatchObject({ ApplicationOperationInfoList: [{ Operation: "StartApplication" }] });
    await expect(
      clients.flink("ListApplicationOperations", { ...NAME, OperationStatus: "FAILED" }),
    ).resolves.toMatchObject({ ApplicationOperationInfoList: [] });
  });

  it("are refused in a page that no answer has named, and in more than 50 a page", async () => {
    const clients = await running();
    for (const request of [{ NextToken: "later" }, { Limit: 51 }, { Limit: 0 }])
      await expect(clients.flink("ListApplicationOperations", { ...NAME, ...request })).rejects.toMatchObject({
        type: "InvalidArgumentException",
      });
  });
});

describe("snapshots", () => {
  const named = (SnapshotName: string) => ({ ...NAME, SnapshotName });
  type Snapshot = { SnapshotName: string; SnapshotStatus: string; SnapshotCreationTimestamp: number };
  const snapshots = async ({ flink }: Clients) =>
    (await flink("ListApplicationSnapshots", NAME)).SnapshotSummaries as unknown as Snapshot[];

  it("are being made until Flink has made them; then a job is started from one by name", async () => {
    const clients = await running();
    clients.runner.snapshotMs = 20;
    await clients.flink("CreateApplicationSnapshot", named("before"));
    await expect(snapshots(clients)).resolves.toMatchObject([{ SnapshotName: "before", SnapshotStatus: "CREATING" }]);
    await expect(clients.flink("CreateApplicationSnapshot", named("second"))).rejects.toMatchObject({
      type: "ResourceInUseException",
    });
    while ((await snapshots(clients))[0]?.SnapshotStatus !== "READY") await delay(5);
    await ended(clients, await clients.flink("StopApplication", NAME));
    const RunConfiguration = {
      ApplicationRestoreConfiguration: {
        ApplicationRestoreType: "RESTORE_FROM_CUSTOM_SNAPSHOT",
        SnapshotName: "before",
      },
    };
    await ended(clients, await clients.flink("StartApplication", { ...NAME, RunConfiguration }));
    expect(clients.runner.calls.at(-1)).toBe("start job from savepoint-asked-for");
  });

  it("that could not be made are failed, and nothing starts from them", async () => {
    const clients = await running();
    clients.runner.fail.set("snapshot", new Error("disk full"));
    await clients.flink("CreateApplicationSnapshot", named("broken"));
    while ((await snapshots(clients))[0]?.SnapshotStatus !== "FAILED") await delay(5);
    await ended(clients, await clients.flink("StopApplication", { ...NAME, Force: true }));
    await ended(clients, await clients.flink("StartApplication", NAME));
    expect(clients.runner.calls.at(-1)).toBe("start job from nothing");
  });

  it("are deleted by name and time of creation, with their files", async () => {
    const clients = await running();
    await clients.flink("CreateApplicationSnapshot", named("before"));
    while ((await snapshots(clients))[0]?.SnapshotStatus !== "READY") await delay(5);
    const { SnapshotCreationTimestamp } = (await snapshots(clients))[0]!;
    await expect(
      clients.flink("DeleteApplicationSnapshot", {
        ...named("before"),
        SnapshotCreationTimestamp: SnapshotCreationTimestamp - 60,
      }),
    ).rejects.toMatchObject({ type: "InvalidArgumentException" });
    await clients.flink("DeleteApplicationSnapshot", { ...named("before"), SnapshotCreationTimestamp });
    await expect(snapshots(clients)).resolves.toEqual([]);
    expect(clients.runner.calls.at(-1)).toBe("delete savepoint-asked-for of job");
  });
});

describe("after a restart of the services", () => {
  async function restarted(checkpoint: FakeRunner["checkpoint"]): Promise<Clients> {
    const clients = await running();
    await ended(clients, await clients.flink("UpdateApplication", PARALLELISM));
    const runner = new FakeRunner();
    runner.checkpoint = checkpoint;
    const again = openClients(dir(), runner);
    again.lifecycle.resume();
    while ((await detail(again)).ApplicationStatus !== "RUNNING") await delay(5);
    return again;
  }

  it("a job continues from its newest checkpoint", async () => {
    const { runner } = await restarted({ path: "chk-7", completedAt: Date.now() / 1000 + 60 });
    expect(runner.calls).toEqual(["start job from chk-7"]);
  });

  it("a savepoint that is newer than the checkpoint goes before it", async () => {
    const { runner } = await restarted({ path: "chk-7", completedAt: 1 });
    expect(runner.calls).toEqual(["start job from savepoint-2"]);
  });

  it("a job that was stopped stays so", async () => {
    const clients = await running();
    await ended(clients, await clients.flink("StopApplication", NAME));
    const again = openClients(dir());
    again.lifecycle.resume();
    expect(again.runner.calls).toEqual([]);
  });
});

describe("what does not fit the application's state", () => {
  it("is refused: an older version, a second start, a stop of what does not run", async () => {
    const clients = await running();
    await expect(
      clients.flink("UpdateApplication", { ...PARALLELISM, CurrentApplicationVersionId: 9 }),
    ).rejects.toMatchObject({
      type: "ConcurrentModificationException",
    });
    await expect(clients.flink("StartApplication", NAME)).rejects.toMatchObject({ type: "ResourceInUseException" });
    await ended(clients, await clients.flink("StopApplication", NAME));
    await expect(clients.flink("StopApplication", NAME)).rejects.toMatchObject({ type: "ResourceInUseException" });
  });

  it("is refused: deleting another application of the same name", async () => {
    const clients = await running();
    const { CreateTimestamp } = await detail(clients);
    await expect(
      clients.flink("DeleteApplication", { ...NAME, CreateTimestamp: CreateTimestamp - 60 }),
    ).rejects.toMatchObject({
      type: "InvalidArgumentException",
    });
    await clients.flink("DeleteApplication", { ...NAME, CreateTimestamp });
    await expect(detail(clients)).rejects.toMatchObject({ type: "ResourceNotFoundException" });
    expect(clients.runner.calls.at(-1)).toBe("forget job");
  });
});
