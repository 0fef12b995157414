import { FakeRunner } from "../clients";
import { temporaryFolder } from "../temporary";
import { detail, ended, NAME, PARALLELISM, startApplication } from "./application";

const dir = temporaryFolder();
const running = (runner = new FakeRunner()) => startApplication(dir(), runner);

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
