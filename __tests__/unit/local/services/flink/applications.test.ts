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

  it("that has crashed goes on from its newest checkpoint when its application is updated", async () => {
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

  it("a job goes on from its newest checkpoint", async () => {
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
