import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ServicesConfig } from "../../../../local/services/config";
import type { RoleProblem } from "../../../../local/services/emulator/roles";
import { featureGroupService } from "../../../../local/services/feature-store/groups";
import { EMPTY_FEATURE_STORE } from "../../../../local/services/feature-store/state";
import { firehoseRules } from "../../../../local/services/firehose/rules";
import { EMPTY_FIREHOSE } from "../../../../local/services/firehose/state";
import { firehoseService } from "../../../../local/services/firehose/streams";
import { Lifecycle } from "../../../../local/services/flink/lifecycle";
import type { JobRunner, RestorePoint } from "../../../../local/services/flink/runner";
import { flinkService } from "../../../../local/services/flink/service";
import { EMPTY_FLINK } from "../../../../local/services/flink/state";
import { kafkaService } from "../../../../local/services/kafka/service";
import { EMPTY_KAFKA } from "../../../../local/services/kafka/state";
import { Store } from "../../../../local/services/state/store";

export const ROLE = "arn:aws:iam::000000000000:role/service";
export const BUCKET = "arn:aws:s3:::bucket";

const config: ServicesConfig = {
  stateDir: "",
  logDir: "",
  port: 1,
  emulatorUrl: "http://127.0.0.1:1",
  kafkaBootstrapIam: "127.0.0.1:9098",
  region: "us-east-1",
  accountId: "000000000000",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
  flink: { runsJobs: true, restPort: 1, classpathDir: "", java: { home: "", java: "java", feature: 11 } },
};

/** IAM with one role that everything may assume. */
const roleProblem: RoleProblem = async (arn) => (arn === ROLE ? undefined : `Role ${arn} does not exist.`);
/** S3 with one bucket and one object in it. */
const s3 = {
  head: async (bucket: string, key: string) =>
    bucket === "bucket" && ["", "job.jar"].includes(key) ? { size: 1, etag: "e" } : undefined,
};

/** A job runner that keeps what it was asked for; `fail` makes the next call of an operation reject. */
export class FakeRunner implements JobRunner {
  readonly calls: string[] = [];
  readonly fail = new Map<string, Error>();
  checkpoint: { path: string; completedAt: number } | undefined;
  /** A job that has crashed is stopped without a savepoint. */
  crashed = false;
  /** How long a snapshot takes. */
  snapshotMs = 0;
  private readonly running = new Set<string>();

  private async note(operation: string, call: string): Promise<void> {
    this.calls.push(call);
    const failure = this.fail.get(operation);
    this.fail.delete(operation);
    if (failure) throw failure;
  }
  async start(
    { ApplicationName: name }: { ApplicationName: string },
    restore: RestorePoint | undefined,
  ): Promise<void> {
    await this.note("start", `start ${name} from ${restore?.path ?? "nothing"}`);
    this.running.add(name);
  }
  async stop(name: string, savepoint: boolean): Promise<string | undefined> {
    await this.note("stop", `stop ${name}${savepoint ? " with savepoint" : ""}`);
    this.running.delete(name);
    return savepoint && !this.crashed ? `savepoint-${this.calls.length}` : undefined;
  }
  async snapshot(name: string): Promise<string> {
    await delay(this.snapshotMs);
    await this.note("snapshot", `snapshot ${name}`);
    return "savepoint-asked-for";
  }
  async deleteSavepoint(name: string, path: string): Promise<void> {
    await this.note("delete savepoint", `delete ${path} of ${name}`);
  }
  async forget(name: string): Promise<void> {
    await this.note("forget", `forget ${name}`);
    this.running.delete(name);
  }
  isRunning(name: string): boolean {
    return this.running.has(name);
  }
  latestCheckpoint() {
    return this.checkpoint;
  }
}

/** The control planes over a folder, as clients call them. Opening a folder again is a restart. */
export function openClients(dir: string, runner = new FakeRunner()) {
  const kafka = Store.open(join(dir), "kafka", EMPTY_KAFKA);
  const flink = Store.open(dir, "flink", EMPTY_FLINK);
  const groups = Store.open(dir, "groups", EMPTY_FEATURE_STORE);
  const lifecycle = new Lifecycle(flink, runner);
  const hooks = { created: async () => undefined, deleted: async () => undefined };
  const services = [
    kafkaService(kafka, config),
    flinkService({ store: flink, config, lifecycle, runner, roleProblem, s3 }),
    firehoseService(Store.open(dir, "firehose", EMPTY_FIREHOSE), config, firehoseRules(roleProblem, s3, kafka)),
    featureGroupService(groups, config, roleProblem, hooks),
  ];
  const send = async (
    method: string,
    path: string,
    target: string | undefined,
    body: object,
  ): Promise<Record<string, never>> => {
    for (const service of services) {
      const [plain = "", query] = path.split("?");
      const request = { method, path: plain, query: new URLSearchParams(query), target, body: { ...body } };
      const result = service.handle(request);
      // Answers differ by operation: tests look at what they name.
      if (result) return (await result) as Record<string, never>;
    }
    throw new Error(`nobody answers ${method} ${path}`);
  };
  return {
    runner,
    lifecycle,
    rest: (method: string, path: string, body: object = {}) => send(method, path, undefined, body),
    flink: (operation: string, body: object) => send("POST", "/", `KinesisAnalytics_20180523.${operation}`, body),
    firehose: (operation: string, body: object) => send("POST", "/", `Firehose_20150804.${operation}`, body),
    sagemaker: (operation: string, body: object) => send("POST", "/", `SageMaker.${operation}`, body),
  };
}

export const SERVERLESS = {
  clusterName: "c",
  serverless: {
    vpcConfigs: [{ subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["sg-a"] }],
    clientAuthentication: { sasl: { iam: { enabled: true } } },
  },
};
