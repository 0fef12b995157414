import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkToolchain } from "../../toolchain/all";
import { emulatorRuntime } from "../platform/install/emulator-runtime";
import { installAll } from "../platform/install/install";
import type { RehearsalOptions } from "./arguments";
import { type Change, readChange } from "./change";
import { CrashError } from "./crash";
import { Models, modelsFolder } from "./models/load";
import { missingRights, POLICIES, writePolicies } from "./permissions/files";
import { startPlatform } from "./platform";
import { Recorder } from "./recording/recorder";
import { Rehearsal } from "./rehearsal";
import { makeReport, type Phases, type Report } from "./report/report";
import { runPhases } from "./run-phases";
import { ProgramRunner } from "./terraform/run";
import { judgeRecord } from "./verdict/judge-record";
import { inWorkplace, type Workplace } from "./workplace";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Rehearses an environment from bootstrap to destruction, and judges every request. Ends all that it has started, also on a signal. */
export async function rehearse(options: RehearsalOptions): Promise<Report> {
  const toolchain = checkToolchain();
  await installAll(toolchain);
  const models = new Models(modelsFolder(await emulatorRuntime(toolchain.python)));
  return inWorkplace(options.environment.name, async (place) => {
    const started = Date.now();
    const change =
      options.change === undefined ? undefined : readChange(options.change, options.environment, place.changed);
    const { recorder, phases } = await record(options, place, change);
    const { account, region } = options.environment;
    const calls = await judgeRecord(recorder.requests, { account, region, models });
    const seconds = (Date.now() - started) / 1000;
    const rights = options.policies
      ? await writePolicies(options.policies, calls, options.environment)
      : await missingRights(POLICIES, calls, options.environment);
    const report = makeReport(options.environment.name, phases, calls, options.policies ? [] : rights, seconds);
    writeFileSync(place.report, JSON.stringify(report, null, 2));
    return report;
  });
}

interface Recorded {
  readonly recorder: Recorder;
  readonly phases: Phases;
}

/** Runs the phases against a platform of their own, which has ended when this returns. */
async function record(options: RehearsalOptions, place: Workplace, change: Change | undefined): Promise<Recorded> {
  const { environment } = options;
  const runner = new ProgramRunner();
  let crashed = false;
  // Terraform may end what it has begun where AWS's side still answers.
  const cleanUps: (() => Promise<void>)[] = [() => runner.stop(crashed ? 0 : undefined)];
  const cleanUp = async (): Promise<void> => {
    for (const end of cleanUps.splice(0)) await end();
  };
  const interrupted = new Promise<never>((_, reject) => {
    for (const signal of SIGNALS)
      process.once(signal, () => reject(new Error(`The rehearsal was ended by ${signal}.`)));
  });
  const work = async (): Promise<Recorded> => {
    const platform = await startPlatform({ data: place.platform, logs: join(place.logs, "aws") }, environment);
    cleanUps.push(() => platform.stop());
    const recorder = new Recorder(platform, place.requests);
    cleanUps.push(() => recorder.close());
    const rehearsal = new Rehearsal({ environment, place, platform, recorder, runner });
    const phases = await platform.whileItRuns(runPhases(rehearsal, platform, options, change, place.deletable));
    return { recorder, phases };
  };
  try {
    return await Promise.race([work(), interrupted]);
  } catch (error) {
    crashed = error instanceof CrashError;
    throw error;
  } finally {
    await cleanUp();
  }
}
