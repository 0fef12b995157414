import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../poison/topic-reader";
import { cause } from "./cause";
import { violations } from "./invariants";
import { PARTITIONS, Rig, TOPICS, WINDOW_SECONDS } from "./rig";
import { type Fault, type ScheduleSettings, schedule } from "./schedule";
import { TopicLog } from "./topic-log";
import { Traffic } from "./traffic";

/** How long the job may take from a fault's end to its next committed window; the brokers forget its transaction after 15 minutes. */
const RECOVERY_MS = 180_000;
const SETTLING_MS = 5_000;
const CLOSING_TICKER = "CLOSE";

export interface SurvivedFault extends Fault {
  /** From the fault's end, or the job's start, to the next committed window that a reader sees. */
  readonly recoveryMs: number;
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

/** Sends records through broker and job while the schedule's faults happen, and accounts for each of them. */
export async function runFaults(
  settings: ScheduleSettings,
  report: (line: string) => void = () => undefined,
): Promise<Outcome> {
  const rig = await Rig.start();
  let outcome: Outcome | undefined;
  try {
    outcome = await survive(rig, settings, report);
    return outcome;
  } finally {
    await rig.stop({ keep: outcome?.violations.length !== 0 });
  }
}

async function survive(rig: Rig, settings: ScheduleSettings, report: (line: string) => void): Promise<Outcome> {
  const { kafka, job } = rig;
  const reader = await TopicLog.start(kafka, TOPICS.output);
  const traffic = await Traffic.start(kafka, TOPICS.input, PARTITIONS, settings.seed);
  try {
    await job.start();
    await recovered(rig, reader);
    const faults: SurvivedFault[] = [];
    for (const fault of schedule(settings)) {
      await sleep(fault.afterMs);
      await cause(fault, rig, reader);
      const recoveryMs = await recovered(rig, reader);
      faults.push({ ...fault, recoveryMs });
      report(`${faults.length}. ${fault.kind}: next window after ${(recoveryMs / 1000).toFixed(1)} s`);
    }
    await traffic.stop();
    return { faults, logs: rig.logs, ...(await account(rig, traffic, reader)) };
  } finally {
    await traffic.stop();
    await traffic.disconnect();
    await reader.stop();
  }
}

/** Waits for the next window. @returns after how many milliseconds it came */
async function recovered(rig: Rig, reader: TopicLog): Promise<number> {
  const [since, before] = [Date.now(), reader.size];
  await eventually(
    () => reader.size > before || !rig.job.alive,
    (over) => over,
    RECOVERY_MS,
  );
  if (reader.size > before) return Date.now() - since;
  throw new Error(`The job ${rig.job.alive ? "wrote no window" : "ended"}; its log is ${rig.job.logFile}`);
}

async function account(rig: Rig, traffic: Traffic, slowReader: TopicLog) {
  const [input, output, deadLetters] = await Promise.all([
    TopicLog.start(rig.kafka, TOPICS.input),
    TopicLog.start(rig.kafka, TOPICS.output),
    TopicLog.start(rig.kafka, TOPICS.dlq),
  ]);
  const found = () => [
    ...violations({
      input: input.records,
      acknowledged: traffic.acknowledged,
      output: output.records,
      deadLetters: deadLetters.records,
      windowSeconds: WINDOW_SECONDS,
      closingTicker: CLOSING_TICKER,
    }),
    ...[...output.places]
      .filter((place) => !slowReader.places.has(place))
      .map((place) => `${place} of the output topic has not reached the slow reader`),
    ...(rig.job.alive ? [] : ["the job has ended by itself"]),
  ];
  try {
    await closeWindows(traffic);
    await eventually(found, (problems) => problems.length === 0, RECOVERY_MS);
    await sleep(SETTLING_MS); // what comes twice may come later
    return {
      records: input.size,
      windows: output.size,
      deadLetters: deadLetters.size,
      violations: found(),
    };
  } finally {
    await Promise.all([input, output, deadLetters].map((log) => log.stop()));
  }
}

/** Trades of one more ticker on every partition, so late that all other windows are over. */
async function closeWindows(traffic: Traffic): Promise<void> {
  await sleep(3 * WINDOW_SECONDS * 1000);
  const trade = { ticker: CLOSING_TICKER, price: 1, volume: 1, timestamp: Math.floor(Date.now() / 1000) };
  await traffic.sendToEach({ key: CLOSING_TICKER, value: JSON.stringify(trade) });
}
