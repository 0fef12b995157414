import { loadEnvironment } from "../envs/load";
import { readArguments } from "./job/arguments";
import { applicationName, connectJob } from "./job/connect";
import type { JobContext } from "./job/context";
import { explain } from "./job/errors";
import { prune } from "./job/prune";
import { rollBack, setSystemRollback } from "./job/rollback";
import { takeSnapshot } from "./job/snapshot";
import { start } from "./job/start";
import { showOperations, showStatus } from "./job/status";
import { stop } from "./job/stop";

/** `npm run job -- <command> --env <environment>`: the Flink application (docs/ALERT_RUNBOOKS.md, "job-down"). */
async function main(args: string[]): Promise<void> {
  const request = readArguments(args);
  const environment = loadEnvironment(request.environment);
  const run: Record<typeof request.command, (context: JobContext) => Promise<unknown>> = {
    status: showStatus,
    operations: (context) => showOperations(context, request.limit),
    snapshot: (context) => takeSnapshot(context, request.name),
    rollback: (context) => rollBack(context, request.acceptNewerState),
    "rollback-on": (context) => setSystemRollback(context, true),
    "rollback-off": (context) => setSystemRollback(context, false),
    prune: (context) => prune(context, environment.flink.snapshots, request.confirmed),
    stop: (context) => stop(context, request.force),
    start: (context) => start(context, request),
  };
  try {
    await run[request.command](await connectJob(environment, console.log));
  } catch (error) {
    throw explain(error, environment, applicationName(environment));
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
