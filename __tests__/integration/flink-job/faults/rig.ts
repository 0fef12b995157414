import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Kafka, logLevel } from "kafkajs";
import { type RunningBroker, startBroker } from "../../../../local/platform/broker";
import { freePorts } from "../../../../local/platform/ports";
import { buildJob } from "../../../../scripts/build-job";
import { JobProcess } from "../job-process";
import { Network } from "./network";

export const PARTITIONS = 3;
/** Short, so that windows close all the time. */
export const WINDOW_SECONDS = 2;
export const TOPICS = { input: "input", output: "output", dlq: "dlq" } as const;

/** A broker behind a network that can be cut, and the job. */
export class Rig {
  private constructor(
    private readonly dir: string,
    private readonly startBrokerAgain: () => Promise<RunningBroker>,
    private broker: RunningBroker,
    readonly kafka: Kafka,
    readonly network: Network,
    readonly job: JobProcess,
  ) {}

  /** @param jobProperties of the group `job`, in place of the ones here */
  static async start(jobProperties: Readonly<Record<string, string>> = {}): Promise<Rig> {
    const dir = await mkdtemp(join(tmpdir(), "faults-"));
    buildJob();
    const ports = await freePorts(["plain", "iam", "advertisedIam", "controller"]);
    const start = () => startBroker({ dir: join(dir, "broker"), ports });
    const network = await Network.start(ports.advertisedIam, ports.iam);
    const broker = await start();
    const kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING, requestTimeout: 10_000 });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({
      topics: Object.values(TOPICS).map((topic) => ({ topic, numPartitions: PARTITIONS })),
    });
    await admin.disconnect();
    const job = new JobProcess(dir, broker, {
      kafka: {
        "bootstrap.servers": `127.0.0.1:${ports.advertisedIam}`,
        "input.topic": TOPICS.input,
        "output.topic": TOPICS.output,
        "dlq.topic": TOPICS.dlq,
        "group.id": "job",
      },
      job: {
        "window.seconds": String(WINDOW_SECONDS),
        "out.of.orderness.ms": "1000",
        "idleness.ms": "5000",
        ...jobProperties,
      },
    });
    return new Rig(dir, start, broker, kafka, network, job);
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

  /** @param keep leaves logs and data for whoever looks into a failure */
  async stop({ keep = false } = {}): Promise<void> {
    await this.job.kill();
    await this.broker.stop();
    await this.network.stop();
    if (!keep) await rm(this.dir, { recursive: true, force: true });
  }
}
