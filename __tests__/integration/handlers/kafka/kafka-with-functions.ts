import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Admin, Kafka, logLevel } from "kafkajs";
import { type RunningBroker, startBroker } from "../../../../local/platform/broker";
import { type RunningFunction, startFunction } from "../lambda-runtime";

const CREDENTIALS = { AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };

/** A broker that checks IAM tokens, and functions that are connected to it. */
export class KafkaWithFunctions {
  private readonly functions: RunningFunction[] = [];

  private constructor(
    private readonly directory: string,
    private readonly broker: RunningBroker,
    /** A client of the listener without authentication. */
    readonly kafka: Kafka,
    readonly admin: Admin,
  ) {}

  static async start(): Promise<KafkaWithFunctions> {
    const directory = mkdtempSync(path.join(tmpdir(), "functions-"));
    const broker = await startBroker({ dir: path.join(directory, "broker") });
    const kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    return new KafkaWithFunctions(directory, broker, kafka, admin);
  }

  async stop(): Promise<void> {
    await Promise.all(this.functions.map((running) => running.stop()));
    await this.admin.disconnect();
    await this.broker.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Starts a function with its settings and everything that Lambda and the network would give it. */
  async startFunction(
    name: Parameters<typeof startFunction>[0],
    settings: Record<string, string>,
  ): Promise<RunningFunction> {
    const started = await startFunction(name, this.directory, {
      AWS_REGION: "us-east-1",
      KAFKA_BOOTSTRAP_BROKERS: this.broker.bootstrapIam,
      NODE_EXTRA_CA_CERTS: this.broker.tls.caBundle,
      ...CREDENTIALS,
      ...settings,
    });
    this.functions.push(started);
    return started;
  }
}

/** Starts a broker before the file's tests and stops it, and every function, after them. @returns how the tests reach it */
export function useKafkaWithFunctions(): () => KafkaWithFunctions {
  // Starting a broker and waiting for time-outs takes longer than a unit test may.
  jest.setTimeout(60_000);
  let rig: KafkaWithFunctions;
  beforeAll(async () => {
    rig = await KafkaWithFunctions.start();
  }, 300_000);
  afterAll(() => rig?.stop(), 60_000);
  return () => rig;
}
