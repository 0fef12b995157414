import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { type RunningBroker, startBroker } from "../../../../local/platform/broker";
import { freePorts, LOOPBACK } from "../../../../local/ports";
import { buildJob } from "../../../../scripts/build-job";
import { JobProcess } from "../job-process";
import type { EventTime } from "./lateness";
import { Network } from "./network";

export const PARTITIONS = 3;
/** Short, so that windows close all the time, and a long fault outlasts the idleness: it must make no partition idle. */
export const EVENT_TIME: EventTime = {
  windowSeconds: 2,
  outOfOrdernessMs: 1000,
  idlenessMs: 20_000,
  allowedLatenessSeconds: 60,
};
export const TOPICS = { input: "input", output: "output", dlq: "dlq" } as const;

/** A broker behind a network that can be cut or fall silent, and the job. */
export class Rig {
  private constructor(
    private readonly dir: string,
    private readonly startBrokerAgain: () => Promise<RunningBroker>,
    private broker: RunningBroker,
    readonly kafka: Kafka,
    readonly network: Network,
    readonly job: JobProcess,
  ) {}

  /** @param stampedBy who gives the records of the input topic their time: its broker, as in every environment, or the client that writes a recorded topic */
  static async start(eventTime = EVENT_TIME, stampedBy: "broker" | "producer" = "broker"): Promise<Rig> {
    buildJob();
    const dir = await mkdtemp(join(tmpdir(), "faults-"));
    const ports = await freePorts(["plain", "iam", "advertisedIam", "controller"]);
    const start = () => startBroker({ dir: join(dir, "broker"), ports });
    const broker = await start();
    try {
      const kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING, requestTimeout: 10_000 });
      await createTopics(kafka, stampedBy);
      const job = new JobProcess(dir, broker, {
        kafka: {
          "bootstrap.servers": `${LOOPBACK}:${ports.advertisedIam}`,
          "input.topic": TOPICS.input,
          "output.topic": TOPICS.output,
          "dlq.topic": TOPICS.dlq,
          "group.id": "job",
        },
        job: jobProperties(eventTime),
      });
      return new Rig(dir, start, broker, kafka, await Network.start(ports.advertisedIam, ports.iam), job);
    } catch (error) {
      await broker.stop();
      throw new Error(`${(error as Error).message}; the broker's log is ${broker.logFile}`, { cause: error });
    }
  }

  /** Ends the broker in order, or as a crash would, and starts it again with its data. */
  async restartBroker(how: "in order" | "by a crash"): Promise<void> {
    if (how === "by a crash") process.kill(this.broker.pid, "SIGKILL");
    await this.broker.stop();
    this.broker = await this.startBrokerAgain();
  }

  /** Stops the broker's clock, as a long pause of its machine would, until `resumeBroker`. */
  pauseBroker(): void {
    process.kill(this.broker.pid, "SIGSTOP");
  }

  resumeBroker(): void {
    process.kill(this.broker.pid, "SIGCONT");
  }

  get logs(): string {
    return this.dir;
  }

  /** Ends whatever runs, whether or not one of them resists. @param keep leaves logs and data, so that a failure can be investigated */
  async stop({ keep = false } = {}): Promise<void> {
    const ends = await Promise.allSettled([this.job.kill(), this.broker.stop(), this.network.stop()]);
    if (!keep) await rm(this.dir, { recursive: true, force: true });
    const resisting = ends.find((end) => end.status === "rejected");
    if (resisting) throw resisting.reason;
  }
}

export const jobProperties = ({
  windowSeconds,
  outOfOrdernessMs,
  idlenessMs,
  allowedLatenessSeconds,
}: EventTime): Record<string, string> => ({
  "window.seconds": String(windowSeconds),
  "out.of.orderness.ms": String(outOfOrdernessMs),
  "idleness.ms": String(idlenessMs),
  "allowed.lateness.seconds": String(allowedLatenessSeconds),
});

const STAMPED_BY = { broker: "LogAppendTime", producer: "CreateTime" } as const;

async function createTopics(kafka: Kafka, stampedBy: keyof typeof STAMPED_BY): Promise<void> {
  // A recorded topic may be older than any retention.
  const configEntries = [
    { name: "message.timestamp.type", value: STAMPED_BY[stampedBy] },
    { name: "retention.ms", value: "-1" },
  ];
  const admin = kafka.admin();
  await admin.connect();
  try {
    await admin.createTopics({
      topics: Object.values(TOPICS).map((topic) => ({
        topic,
        numPartitions: PARTITIONS,
        ...(topic === TOPICS.input ? { configEntries } : {}),
      })),
    });
  } finally {
    await admin.disconnect();
  }
}
