import { setTimeout as delay } from "node:timers/promises";
import { FakeRunner, openClients } from "../clients";
import { temporaryFolder } from "../temporary";
import { type Clients, detail, ended, NAME, PARALLELISM, startApplication } from "./application";

const dir = temporaryFolder();
const running = (runner = new FakeRunner()) => startApplication(dir(), runner);

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
