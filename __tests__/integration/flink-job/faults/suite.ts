import { setTimeout as sleep } from "node:timers/promises";
import { account } from "./accounting";
import { cause } from "./cause";
import type { Span } from "./lateness";
import { recovered } from "./recovery";
import { PARTITIONS, Rig, TOPICS } from "./rig";
import { type Fault, type ScheduleSettings, schedule } from "./schedule";
import { TopicLog } from "./topic-log";
import { Traffic } from "./traffic";

export interface SurvivedFault extends Fault, Span {
  /** From the fault's end, or the job's start, to the next committed window that a reader sees. */
  readonly recoveryMs: number;
  /** Where the fault's end is a start of the job: from there until all of its tasks ran. */
  readonly runningMs: number | undefined;
}

export interface Outcome {
  readonly faults: readonly SurvivedFault[];
  readonly records: number;
  readonly windows: number;
  readonly deadLetters: number;
  /** Empty if the job has kept its promise. */
  readonly violations: readonly string[];
  /** Where the logs are, if it has not. */
  readonly logs: string;
}

/**
 * Sends records through broker and job while the schedule's faults happen, and accounts for each of them. Leaves no process, and no file
 * but the logs of a failure.
 * @param interrupted ends the run after the fault that is happening
 * @throws Error that says where the logs are
 */
export async function runFaults(
  settings: ScheduleSettings,
  interrupted: AbortSignal,
  report: (line: string) => void = () => undefined,
): Promise<Outcome> {
  const rig = await Rig.start();
  let outcome: Outcome | undefined;
  try {
    outcome = await survive(rig, settings, interrupted, report);
    return outcome;
  } catch (error) {
    const why: Error = interrupted.aborted ? interrupted.reason : error;
    throw new Error(`${why.message}; the logs are in ${rig.logs}`, { cause: error });
  } finally {
    await rig.stop({ keep: outcome?.violations.length !== 0 });
  }
}

async function survive(
  rig: Rig,
  settings: ScheduleSettings,
  interrupted: AbortSignal,
  report: (line: string) => void,
): Promise<Outcome> {
  const reader = await TopicLog.start(rig.kafka, TOPICS.output);
  try {
    const traffic = await Traffic.start(rig.kafka, TOPICS.input, PARTITIONS, settings.seed);
    try {
      const faults = await surviveAll(rig, schedule(settings), reader, interrupted, report);
      await traffic.stop();
      return { faults, logs: rig.logs, ...(await account(rig, traffic, reader, interrupted)) };
    } finally {
      await traffic.stop();
      await traffic.disconnect();
    }
  } finally {
    await reader.stop();
  }
}

async function surviveAll(
  rig: Rig,
  planned: readonly Fault[],
  reader: TopicLog,
  interrupted: AbortSignal,
  report: (line: string) => void,
): Promise<SurvivedFault[]> {
  await rig.job.start();
  await recovered({ job: rig.job, reader }, Date.now(), interrupted);
  const faults: SurvivedFault[] = [];
  for (const fault of planned) {
    await sleep(fault.afterMs, undefined, { signal: interrupted });
    const survived = await surviveOne(rig, fault, reader, interrupted);
    faults.push(survived);
    report(`${faults.length}. ${fault.kind}: next window after ${(survived.recoveryMs / 1000).toFixed(1)} s`);
  }
  return faults;
}

async function surviveOne(rig: Rig, fault: Fault, reader: TopicLog, interrupted: AbortSignal): Promise<SurvivedFault> {
  const fromMs = Date.now();
  await cause(fault, rig, reader);
  const endMs = Date.now();
  const recoveryMs = await recovered({ job: rig.job, reader }, endMs, interrupted);
  const runningMs = rig.job.startedMs > fromMs ? rig.job.runningAfterMs() : undefined;
  return { ...fault, fromMs, untilMs: endMs + recoveryMs, recoveryMs, runningMs };
}
