import { setTimeout as sleep } from "node:timers/promises";
import type { Rig } from "./rig";
import type { Fault, FaultKind } from "./schedule";
import type { TopicLog } from "./topic-log";

/** Longest time after which a starting job is killed again. */
const RESTORING_MS = 5000;

type Cause = (rig: Rig, fault: Fault, reader: TopicLog) => Promise<void>;

/** Makes a fault of each kind happen, and ends it. */
const CAUSES: Readonly<Record<FaultKind, Cause>> = {
  "job killed": async ({ job }) => {
    await job.kill();
    await job.start();
  },
  "job killed while it restores": async ({ job }, { lengthMs }) => {
    await job.kill();
    await job.start();
    await sleep(lengthMs % RESTORING_MS);
    await job.kill();
    await job.start();
  },
  "job rescaled": async ({ job }, { parallelism }) => {
    await job.stopWithSavepoint();
    await job.start({ parallelism });
  },
  "broker restarted": (rig) => rig.restartBroker("in order"),
  "broker killed": (rig) => rig.restartBroker("by a crash"),
  "broker paused": async (rig, { lengthMs }) => {
    rig.pauseBroker();
    await sleep(lengthMs);
    rig.resumeBroker();
  },
  "network cut": async ({ network }, { lengthMs }) => {
    network.cut();
    await sleep(lengthMs);
    network.restore();
  },
  "network silent": async ({ network }, { lengthMs }) => {
    network.blackhole();
    await sleep(lengthMs);
    network.restore();
  },
  "reader slow": async (_, { lengthMs }, reader) => {
    reader.pause();
    await sleep(lengthMs);
    reader.resume();
  },
};

/** Makes the fault happen; resolves when it is over. */
export const cause = (fault: Fault, rig: Rig, reader: TopicLog): Promise<void> =>
  CAUSES[fault.kind](rig, fault, reader);
