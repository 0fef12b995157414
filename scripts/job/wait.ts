import type { JobContext } from "./context";

/**
 * Asks until there is an answer, and says every so often that it waits, and for what.
 * @throws Error when the time is used up: what was asked for continues in AWS
 */
async function until<T>(
  { pace, log, environment }: JobContext,
  what: string,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const began = pace.now();
  for (let reported = began; ; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    const now = pace.now();
    if (now - began >= pace.timeoutMs)
      throw new Error(
        `${what} is not done after ${Math.round(pace.timeoutMs / 60_000)} minutes. It continues in AWS: check with \`npm run job -- status --env ${environment}\`.`,
      );
    if (now - reported >= pace.reportMs) {
      log(`${what}: ${Math.round((now - began) / 1_000)} s …`);
      reported = now;
    }
    await pace.sleep(pace.pollMs);
  }
}

/**
 * Waits for an operation's end, or, where AWS named none, for a state.
 * @throws Error with AWS's reason when it failed, and what to do then
 */
export async function untilDone(
  context: JobContext,
  operationId: string | undefined,
  what: string,
  wanted: "RUNNING" | "READY",
): Promise<void> {
  const { application, environment } = context;
  if (operationId === undefined) {
    await until(context, what, async () => {
      const { ApplicationStatus: state } = await application.describe();
      return state === wanted || undefined;
    });
    return;
  }
  const { OperationStatus, failure, rolledBackBy } = await until(context, what, async () => {
    const operation = await application.operation(operationId);
    return operation.OperationStatus === "IN_PROGRESS" ? undefined : operation;
  });
  if (OperationStatus === "SUCCESSFUL") return;
  const automatic = rolledBackBy ? " AWS rolls it back by itself." : "";
  throw new Error(
    `${what}: the operation ended as ${OperationStatus}: ${failure ?? "AWS gives no reason"}.${automatic} See \`npm run job -- status --env ${environment}\` and docs/ALERT_RUNBOOKS.md, "job-down".`,
  );
}

/** Waits until a snapshot is complete. @throws Error when it failed or the time is used up */
export async function untilSnapshotReady(context: JobContext, name: string): Promise<void> {
  const state = await until(context, `Snapshot ${name}`, async () => {
    const found = (await context.application.snapshots()).find(({ SnapshotName }) => SnapshotName === name);
    return found?.SnapshotStatus === "CREATING" ? undefined : (found?.SnapshotStatus ?? "gone");
  });
  if (state !== "READY")
    throw new Error(
      `Snapshot ${name} is ${state}: it cannot be used. The job's log says why (docs/ALERT_RUNBOOKS.md, "checkpoint-failing"); then take another one.`,
    );
}
