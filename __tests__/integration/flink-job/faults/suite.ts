import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../poison/topic-reader";
import { cause } from "./cause";
import { idleTimes } from "./idle-times";
import { verdictOn } from "./invariants";
import type { Span } from "./lateness";
import { recovered } from "./recovery";
import { EVENT_TIME, PARTITIONS, Rig, TOPICS } from "./rig";
import { type Fault, type ScheduleSettings, schedule } from "./schedule";
import { TopicLog } from "./topic-log";
import { Traffic } from "./traffic";

const ACCOUNTING_MS = 180_000;
const SETTLING_MS = 5_000;
const CLOSING_TICKER = "CLOSE";

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
  /** Late trades among them whose window was closed while their partition was idle. */
  readonly overtaken: number;
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
    throw new Error(`${(error as Error).message}; the logs are in ${rig.logs}`, { cause: error });
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
  const { kafka, job } = rig;
  const reader = await TopicLog.start(kafka, TOPICS.output);
  const traffic = await Traffic.start(kafka, TOPICS.input, PARTITIONS, settings.seed);
  try {
    await job.start();
    await recovered({ job, reader }, Date.now(), interrupted);
    const faults: SurvivedFault[] = [];
    for (const fault of schedule(settings)) {
      await sleep(fault.afterMs, undefined, { signal: interrupted });
      const survived = await surviveOne(rig, fault, reader, interrupted);
      faults.push(survived);
      report(`${faults.length}. ${fault.kind}: next window after ${(survived.recoveryMs / 1000).toFixed(1)} s`);
    }
    await traffic.stop();
    return { faults, logs: rig.logs, ...(await account(rig, traffic, reader, faults, interrupted)) };
  } finally {
    await traffic.stop();
    await traffic.disconnect();
    await reader.stop();
  }
}

async function surviveOne(rig: Rig, fault: Fault, reader: TopicLog, interrupted: AbortSignal): Promise<SurvivedFault> {
  const fromMs = Date.now();
  await cause(fault, rig, reader);
  const endMs = Date.now();
  const recoveryMs = await recovered({ job: rig.job, reader }, endMs, interrupted);
  const runningMs = rig.job.startedMs > fromMs ? rig.job.runningAfterMs() : undefined;
  return { ...fault, fromMs, untilMs: endMs + recoveryMs, recoveryMs, runningMs };
}

async function account(
  rig: Rig,
  traffic: Traffic,
  slowReader: TopicLog,
  faults: readonly SurvivedFault[],
  interrupted: AbortSignal,
) {
  const [input, output, deadLetters] = await Promise.all([
    TopicLog.start(rig.kafka, TOPICS.input),
    TopicLog.start(rig.kafka, TOPICS.output),
    TopicLog.start(rig.kafka, TOPICS.dlq),
  ]);
  const judge = () => {
    const { violations, overtaken } = verdictOn({
      inputTopic: TOPICS.input,
      input: input.records,
      acknowledged: traffic.acknowledged,
      output: output.records,
      deadLetters: deadLetters.records,
      eventTime: EVENT_TIME,
      idle: idleTimes(faults, EVENT_TIME.idlenessMs),
      closingTicker: CLOSING_TICKER,
    });
    const unseen = [...output.places].filter((place) => !slowReader.places.has(place));
    return {
      overtaken,
      violations: [
        ...violations,
        ...unseen.map((place) => `${place} of the output topic has not reached the slow reader`),
        ...(rig.job.alive ? [] : ["the job has ended by itself"]),
      ],
    };
  };
  try {
    await closeWindows(traffic);
    await eventually(judge, ({ violations }) => violations.length === 0 || interrupted.aborted, ACCOUNTING_MS);
    interrupted.throwIfAborted();
    await sleep(SETTLING_MS); // what comes twice may come later
    return { records: input.size, windows: output.size, deadLetters: deadLetters.size, ...judge() };
  } finally {
    await Promise.all([input, output, deadLetters].map((log) => log.stop()));
  }
}

/** Trades of one more ticker on every partition, so late that all other windows are over. */
async function closeWindows(traffic: Traffic): Promise<void> {
  await sleep(3 * EVENT_TIME.windowSeconds * 1000);
  const trade = { ticker: CLOSING_TICKER, price: 1, volume: 1, timestamp: Math.floor(Date.now() / 1000) };
  await traffic.sendToEach({ key: CLOSING_TICKER, value: JSON.stringify(trade) });
}
