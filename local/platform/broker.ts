import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Kafka, logLevel } from "kafkajs";
import { patchKafkajs } from "../../handlers/shared/patched-kafkajs";
import { findJdk, type Jdk } from "../../toolchain/java";
import { freePorts, LOOPBACK } from "../ports";
import { type BrokerPorts, type IamSettings, LAPTOP_IAM, serverProperties } from "./broker-config";
import { hasCrashed, noticeCrash } from "./broker-crash";
import { ensureCertificates, type TlsFiles } from "./certificates";
import { kafkaRuntime } from "./install/kafka-runtime";
import { run } from "./install/run";
import { type Launch, launch, stopProcess } from "./process";

/** On a busy machine; one that ends is noticed at once. */
const STARTUP_MS = 180_000;
const SHUTDOWN_MS = 20_000;
const JVM_OPTIONS = ["-Xmx384m", "-Xms64m", "-XX:+UseSerialGC", "-Dorg.slf4j.simpleLogger.showDateTime=true"];

/** Where a broker keeps its files and listens. */
export interface BrokerSettings {
  readonly dir: string;
  readonly ports: BrokerPorts;
  readonly tls: TlsFiles;
  readonly iam: IamSettings;
  readonly logFile: string;
}

/** Makes the broker ready to be started: jars, configuration, formatted storage (kept when it is there), a crash noticed. */
export async function prepareBroker(settings: BrokerSettings, jdk: Jdk): Promise<Launch> {
  const classPath = join(await kafkaRuntime(jdk), "*");
  const dataDir = join(settings.dir, "data");
  const properties = join(settings.dir, "server.properties");
  await mkdir(settings.dir, { recursive: true });
  await writeFile(properties, serverProperties(dataDir, settings.ports, settings.tls, settings.iam), { mode: 0o600 });
  if (!existsSync(join(dataDir, "meta.properties"))) {
    // An id may begin with a hyphen, so it must be part of its option.
    const clusterId = `--cluster-id=${randomBytes(16).toString("base64url")}`;
    await run(jdk.java, ["-cp", classPath, "kafka.tools.StorageTool", "format", clusterId, "-c", properties]);
  }
  const broker = {
    command: jdk.java,
    args: [...JVM_OPTIONS, "-cp", classPath, "kafka.Kafka", properties],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: "C.UTF-8" },
    cwd: settings.dir,
    logFile: settings.logFile,
  };
  if (hasCrashed(dataDir)) await noticeCrash(broker, dataDir, settings.ports.controller);
  return broker;
}

/** Asks the broker something that only a serving broker answers. @throws when it does not */
export async function pingBroker(bootstrap: string): Promise<void> {
  patchKafkajs();
  const kafka = new Kafka({
    brokers: [bootstrap],
    logLevel: logLevel.NOTHING,
    retry: { retries: 0 },
    connectionTimeout: 2000,
    // A frozen broker accepts connections and answers nothing.
    requestTimeout: 2500,
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.describeCluster();
    // Fails while a partition is without a leader. Kafka takes such a partition for deleted when it completes a transaction: see noticeCrash.
    await admin.fetchTopicMetadata();
  } finally {
    await admin.disconnect();
  }
}

export interface BrokerOptions {
  /** Holds data, certificates and log; the same directory continues with the same data. */
  readonly dir: string;
  /** Default: free ones. */
  readonly ports?: BrokerPorts;
  /** Default: us-east-1 and the laptop's keys, test/test. */
  readonly iam?: IamSettings;
}

/** A broker that serves. Clients trust it through `tls`; `stop` ends it and leaves its data. */
export interface RunningBroker {
  /** host:port of the plain listener. */
  readonly bootstrap: string;
  /** host:port of the listener with TLS and MSK IAM tokens. */
  readonly bootstrapIam: string;
  readonly tls: TlsFiles;
  readonly pid: number;
  readonly logFile: string;
  stop(): Promise<void>;
}

/** Starts a broker as a child of this process and waits until it serves. @throws with the log's place when it does not */
export async function startBroker(options: BrokerOptions): Promise<RunningBroker> {
  const jdk = findJdk();
  const ports = options.ports ?? (await freePorts(["plain", "iam", "controller"]));
  const tls = await ensureCertificates(join(options.dir, "tls"), jdk);
  const logFile = join(options.dir, "broker.log");
  const child = launch(
    await prepareBroker({ dir: options.dir, ports, tls, iam: options.iam ?? LAPTOP_IAM, logFile }, jdk),
  );
  const pid = child.pid ?? 0;
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) await stopProcess(pid, SHUTDOWN_MS);
  };
  const bootstrap = `${LOOPBACK}:${ports.plain}`;
  const deadline = Date.now() + STARTUP_MS;
  while (!(await serves(bootstrap))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The broker did not start within ${STARTUP_MS / 1000} s; its log ${logFile} says why.`);
    }
    await sleep(200);
  }
  return { bootstrap, bootstrapIam: `${LOOPBACK}:${ports.iam}`, tls, pid, logFile, stop };
}

async function serves(bootstrap: string): Promise<boolean> {
  return pingBroker(bootstrap).then(
    () => true,
    () => false,
  );
}
