import { BUCKET, FakeRunner, openClients } from "../clients";
import { temporaryFolder } from "../temporary";
import { APPLICATION, CODE, detail, ended, NAME, PARALLELISM, startApplication } from "./application";

const dir = temporaryFolder();
const running = (runner = new FakeRunner()) => startApplication(dir(), runner);

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
