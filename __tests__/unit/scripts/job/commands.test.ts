import { loadEnvironment } from "../../../../envs/load";
import { CredentialsError } from "../../../../scripts/aws/identity";
import { explain } from "../../../../scripts/job/errors";
import { rollBack, setSystemRollback } from "../../../../scripts/job/rollback";
import { snapshotBeforeDeployment, takeSnapshot } from "../../../../scripts/job/snapshot";
import { start } from "../../../../scripts/job/start";
import { showOperations, showStatus } from "../../../../scripts/job/status";
import { stop } from "../../../../scripts/job/stop";
import { FakeRunner } from "../../local/services/clients";
import { temporaryFolder } from "../../local/services/temporary";
import { openJob, runningJob } from "./rig";

const dir = temporaryFolder();
const LATEST = { restore: "latest", again: false } as const;

describe("status", () => {
  it("says the state, the version, the last operation and the newest snapshots", async () => {
    const { context, lines } = await runningJob(dir());
    await takeSnapshot(context, "mine");
    lines.length = 0;
    await showStatus(context);
    expect(lines).toEqual([
      "application      job",
      "state            RUNNING",
      "version          1, FLINK-1_20",
      "jar              s3://bucket/job.jar",
      expect.stringMatching(/^system rollback {2}off/),
      expect.stringMatching(/^last operation {3}\S+ {2}StartApplication {2}SUCCESSFUL in 0 s$/),
      "snapshots        1 of 1,000",
      expect.stringMatching(/^ +\S+ {2}mine {2}READY {2}of version 1$/),
    ]);
  });

  it("says why the last operation failed, and keeps the failure when another came after it", async () => {
    const { context, lines, runner, update, until } = await runningJob(dir());
    runner.fail.set("start", new Error("no such class"));
    await update(2);
    await until("READY");
    await showStatus(context);
    expect(lines).toContainEqual(
      expect.stringMatching(/^last operation .*UpdateApplication {2}FAILED.*: no such class$/),
    );
    await update(1);
    lines.length = 0;
    await showStatus(context);
    expect(lines).toContainEqual(
      expect.stringMatching(/^last failure .*UpdateApplication {2}FAILED.*: no such class$/),
    );
  });

  it("operations lists no more than is asked for, newest first", async () => {
    const { context, lines, update, until } = await runningJob(dir());
    await update(2);
    await until("RUNNING");
    await showOperations(context, 1);
    expect(lines).toEqual([expect.stringContaining("UpdateApplication  SUCCESSFUL")]);
  });
});

describe("snapshot", () => {
  it("waits until the snapshot is READY, and says how to start from it", async () => {
    const runner = new FakeRunner();
    runner.snapshotMs = 30;
    const { context, lines } = await runningJob(dir(), runner);
    await expect(takeSnapshot(context, "mine")).resolves.toBe("mine");
    expect(lines.at(-1)).toContain("npm run job -- start --env dev --snapshot mine");
    await expect(takeSnapshot(context, "mine")).rejects.toThrow("A snapshot mine exists already");
  });

  it("fails when Flink cannot take it", async () => {
    const { context, runner } = await runningJob(dir());
    runner.fail.set("snapshot", new Error("disk full"));
    await expect(takeSnapshot(context, "mine")).rejects.toThrow("Snapshot mine is FAILED");
  });

  it("is refused while another one is made, while the application changes, and when it is stopped", async () => {
    const runner = new FakeRunner();
    runner.snapshotMs = 50;
    const { context, until, flink } = await runningJob(dir(), runner);
    const first = takeSnapshot(context, "first");
    while ((await context.application.snapshots()).length === 0) await context.pace.sleep(1);
    await expect(takeSnapshot(context, "second")).rejects.toThrow("Snapshot first is being made");
    await first;
    await flink("StopApplication", { ApplicationName: "job" });
    await expect(takeSnapshot(context)).rejects.toThrow(/job is (STOPPING|READY); a snapshot needs RUNNING/);
    await until("READY");
    await expect(takeSnapshot(context)).rejects.toThrow("job is READY; a snapshot needs RUNNING: it is stopped");
  });

  it("gives up after its time, and says that it continues", async () => {
    const runner = new FakeRunner();
    runner.snapshotMs = 200;
    const { context } = await runningJob(dir(), runner, { timeoutMs: 30 });
    await expect(takeSnapshot(context, "slow")).rejects.toThrow(
      /Snapshot slow is not done after 0 minutes\. It continues/,
    );
    while ((await context.application.snapshots())[0]?.SnapshotStatus === "CREATING") await context.pace.sleep(5);
  });

  it("before a deployment has a name that says so, and there is none where nothing runs", async () => {
    const { context, create, lines, flink, until } = await openJob(dir());
    await expect(snapshotBeforeDeployment(context)).resolves.toBeUndefined();
    await create();
    await expect(snapshotBeforeDeployment(context)).resolves.toBeUndefined();
    expect(lines).toEqual([expect.stringContaining("does not exist yet"), expect.stringContaining("job is READY")]);
    await flink("StartApplication", { ApplicationName: "job" });
    await until("RUNNING");
    await expect(snapshotBeforeDeployment(context)).resolves.toMatch(/^before-deployment-\d{8}T\d{6}Z$/);
  });
});

describe("stop", () => {
  it("takes a snapshot, names it, and is refused when the job is stopped", async () => {
    const { context, runner, lines } = await runningJob(dir());
    await stop(context, false);
    expect(runner.calls.at(-1)).toBe("stop job with savepoint");
    expect(lines.at(-1)).toMatch(/^Stopped; its state is in snapshot [\w-]+\./);
    await expect(stop(context, false)).rejects.toThrow("job is READY; a stop needs RUNNING: it is stopped already.");
  });

  it("by force takes none, and says what comes twice", async () => {
    const { context, runner, lines } = await runningJob(dir());
    await stop(context, true);
    expect(runner.calls.at(-1)).toBe("stop job");
    expect(lines.at(-1)).toContain("those windows come twice");
  });

  it("says why it failed", async () => {
    const { context, runner } = await runningJob(dir());
    runner.fail.set("stop", new Error("savepoint failed"));
    await expect(stop(context, false)).rejects.toThrow("The stop: the operation ended as FAILED: savepoint failed");
  });
});

describe("start", () => {
  it("takes the latest snapshot, one by name, or none", async () => {
    const { context, runner, lines } = await runningJob(dir());
    await takeSnapshot(context, "mine");
    await stop(context, false);
    await start(context, LATEST);
    expect(runner.calls.at(-1)).toBe("start job from savepoint-3");
    await stop(context, false);
    lines.length = 0;
    await start(context, { restore: { snapshot: "mine" }, again: false });
    expect(runner.calls.at(-1)).toBe("start job from savepoint-asked-for");
    expect(lines[0]).toContain("2 newer ones are left out: the windows since then come twice");
    await stop(context, false);
    lines.length = 0;
    await start(context, { restore: "nothing", again: false });
    expect(runner.calls.at(-1)).toBe("start job from nothing");
    expect(lines[0]).toContain("the windows that were open are lost");
  });

  it("is refused of what runs, and from a snapshot that is not there, with those that are", async () => {
    const { context } = await runningJob(dir());
    await expect(start(context, LATEST)).rejects.toThrow("job is RUNNING; a start needs READY: it runs already.");
    await takeSnapshot(context, "mine");
    await stop(context, true);
    await expect(start(context, { restore: { snapshot: "none" }, again: false })).rejects.toThrow(
      /There is no snapshot none that is READY\. The newest are mine /,
    );
  });

  it("of what has just failed is refused with its reason, until something changes or it is asked for again", async () => {
    const { context, runner, update, until } = await runningJob(dir());
    runner.fail.set("start", new Error("no such class"));
    await update(2);
    await until("READY");
    const calls = runner.calls.length;
    await expect(start(context, LATEST)).rejects.toThrow(
      /has just failed, and nothing has changed since: .*no such class.*git revert.*--again/s,
    );
    expect(runner.calls).toHaveLength(calls);
    await start(context, { restore: "latest", again: true });
    await stop(context, false);
    await start(context, LATEST);

    runner.fail.set("start", new Error("still no such class"));
    await update(3);
    await until("READY");
    await update(1);
    await start(context, LATEST);
    await until("RUNNING");
  });
});

describe("rollback", () => {
  it("brings back the version before, and says that Terraform does not know", async () => {
    const { context, update, until, lines } = await runningJob(dir());
    await update(2);
    await until("RUNNING");
    await rollBack(context, false);
    expect(lines).toEqual([
      expect.stringContaining("Rolling back from version 2"),
      expect.stringContaining("job is RUNNING, version 3"),
      expect.stringContaining("its next plan wants the newer jar again"),
    ]);
  });

  it("is refused of a stopped application, with the way that works", async () => {
    const { context, runner, update, until } = await runningJob(dir());
    runner.fail.set("start", new Error("no such class"));
    await update(2);
    await until("READY");
    await expect(rollBack(context, false)).rejects.toThrow(
      /job is READY; a rollback needs RUNNING, UPDATING or AUTOSCALING: .*put the earlier jar back first: `git revert`.*npm run deploy -- dev --stack processing.*npm run job -- start --env dev --snapshot/,
    );
  });

  it("is refused without a snapshot, and with one that the newer version took, unless that is accepted", async () => {
    const { context, runner, update, until } = await runningJob(dir());
    runner.crashed = true;
    await expect(rollBack(context, false)).rejects.toThrow("job has version 1 only");
    await update(2);
    await until("RUNNING");
    await expect(rollBack(context, false)).rejects.toThrow("job has no snapshot");
    await takeSnapshot(context, "newer");
    await expect(rollBack(context, false)).rejects.toThrow(
      /The newest snapshot newer was taken by version 2, the one to leave.*--accept-newer-state/s,
    );
    await rollBack(context, true);
    expect(runner.calls.at(-1)).toBe("start job from savepoint-asked-for");
  });

  it("by AWS itself is switched on once, and off", async () => {
    const { context, lines } = await runningJob(dir());
    await setSystemRollback(context, true);
    expect(lines.at(-1)).toBe("System rollback is on.");
    const { ApplicationVersionId } = await context.application.describe();
    await setSystemRollback(context, true);
    expect(lines.at(-1)).toBe("System rollback is on already.");
    await expect(context.application.describe()).resolves.toMatchObject({ ApplicationVersionId });
    await setSystemRollback(context, false);
    expect(lines.at(-1)).toBe("System rollback is off.");
  });
});

describe("an error of AWS", () => {
  const named = (name: string, message: string, more = {}) => Object.assign(new Error(message), { name, ...more });
  it.each([
    [named("ResourceNotFoundException", "gone"), /AWS has no job in .*deploy it first/],
    [named("ResourceInUseException", "busy"), /job is changing \(busy\)/],
    [named("LimitExceededException", "1000"), /1,000 snapshots at most/],
    [named("AccessDeniedException", "not authorized"), /These credentials may not do that/],
    [named("ExpiredTokenException", "expired"), /credentials have expired/],
    [named("CredentialsProviderError", "none found"), /does not accept these credentials/],
    [named("Error", "connect", { code: "ECONNREFUSED" }), /AWS does not answer/],
    [named("Error", "as it is"), /^as it is$/],
    [new CredentialsError("These credentials have expired: log in."), /^These credentials have expired: log in\.$/],
  ])("is one sentence that says what to do: %s", (error, sentence) => {
    expect(explain(error, loadEnvironment("dev"), "job").message).toMatch(sentence);
  });
});
