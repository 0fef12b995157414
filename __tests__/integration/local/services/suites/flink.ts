import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Kafka, logLevel, type Producer } from "kafkajs";
import { S3 } from "../../../../../local/services/emulator/s3";
import { buildJob } from "../../../../../scripts/build-job";
import { createBucket, createRole } from "../resources";
import type { Rig } from "../rig";

const BUCKET = "flink-suite";
const TOPICS = { input: "flink-suite-in", output: "flink-suite-out", dlq: "flink-suite-dlq" };
const WINDOW_SECONDS = 5;
const NAME = { ApplicationName: "suite" };
/** A full window in the past, so that nothing is from the future. */
const START = Math.floor(Date.now() / 1000 / WINDOW_SECONDS) * WINDOW_SECONDS - 250;

interface Detail {
  readonly ApplicationStatus: string;
  readonly CreateTimestamp: number;
  readonly ApplicationVersionId: number;
}

/** The real job in Flink's application mode, through a crash and an update. */
export function flinkSuite(rig: () => Rig): void {
  let kafka: Kafka;
  let producer: Producer;
  let role: string;
  const closing: (() => Promise<void>)[] = [];
  const results: { key: string; count: number }[] = [];

  const call = <T>(operation: string, body: object = {}) =>
    rig().call<T>(`KinesisAnalytics_20180523.${operation}`, { ...NAME, ...body });
  const detail = async () => (await call<{ ApplicationDetail: Detail }>("DescribeApplication")).ApplicationDetail;

  async function until(status: string): Promise<void> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      if ((await detail()).ApplicationStatus === status) return;
      await delay(1_000);
    }
    throw new Error(`the application is ${(await detail()).ApplicationStatus}, not ${status}`);
  }

  /** Sends a record a second for whole windows, from second `from` on; each has its second for a price. */
  const send = (from: number, seconds: number) =>
    producer.send({
      topic: TOPICS.input,
      messages: Array.from({ length: seconds }, (_, i) => ({
        key: "AMZN",
        value: JSON.stringify({ ticker: "AMZN", price: from + i + 1, volume: 1, timestamp: START + from + i }),
      })),
    });

  async function untilWindows(count: number): Promise<void> {
    for (let attempt = 0; attempt < 120 && results.length < count; attempt += 1) await delay(1_000);
    expect(results.slice(0, count)).toEqual(
      Array.from({ length: count }, (_, i) => ({ key: String(START + i * WINDOW_SECONDS), count: WINDOW_SECONDS })),
    );
  }

  beforeAll(async () => {
    await createBucket(rig(), BUCKET);
    await new S3(rig().emulatorClient).put(BUCKET, "job.jar", readFileSync(buildJob().jarPath));
    role = await createRole(rig(), "kinesisanalytics");
    kafka = new Kafka({ brokers: [rig().kafka], logLevel: logLevel.NOTHING });
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: Object.values(TOPICS).map((topic) => ({ topic, numPartitions: 1 })) });
    await admin.disconnect();
    producer = kafka.producer();
    await producer.connect();
    const consumer = kafka.consumer({ groupId: "flink-suite-reader" });
    await consumer.connect();
    await consumer.subscribe({ topics: [TOPICS.output], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        const { window_start, record_count } = JSON.parse(String(message.value));
        results.push({ key: String(window_start), count: record_count });
      },
    });
    closing.push(
      () => consumer.disconnect(),
      () => producer.disconnect(),
    );
  }, 300_000);

  afterAll(async () => {
    for (const close of closing) await close();
  });

  it("runs the jar from S3 with the properties of its application", async () => {
    const kafkaProperties = {
      "bootstrap.servers": rig().kafkaIam,
      "input.topic": TOPICS.input,
      "output.topic": TOPICS.output,
      "dlq.topic": TOPICS.dlq,
      "group.id": "flink-suite",
    };
    await call("CreateApplication", {
      RuntimeEnvironment: "FLINK-1_20",
      ServiceExecutionRole: role,
      ApplicationConfiguration: {
        ApplicationCodeConfiguration: {
          CodeContentType: "ZIPFILE",
          CodeContent: { S3ContentLocation: { BucketARN: `arn:aws:s3:::${BUCKET}`, FileKey: "job.jar" } },
        },
        EnvironmentProperties: {
          PropertyGroups: [
            { PropertyGroupId: "kafka", PropertyMap: kafkaProperties },
            {
              PropertyGroupId: "job",
              PropertyMap: { "window.seconds": String(WINDOW_SECONDS), "starting.offsets": "earliest" },
            },
          ],
        },
        FlinkApplicationConfiguration: {
          CheckpointConfiguration: {
            ConfigurationType: "CUSTOM",
            CheckpointingEnabled: true,
            CheckpointInterval: 2_000,
            MinPauseBetweenCheckpoints: 500,
          },
          ParallelismConfiguration: {
            ConfigurationType: "CUSTOM",
            Parallelism: 1,
            ParallelismPerKPU: 1,
            AutoScalingEnabled: false,
          },
        },
      },
    });
    await call("StartApplication");
    await until("RUNNING");
    await send(0, 30);
    await untilWindows(4);
  });

  it("continues from its newest checkpoint when the job manager is killed, with each window once", async () => {
    const path = join(rig().dir, "services", "flink", NAME.ApplicationName, "processes.json");
    const [jobManager] = JSON.parse(readFileSync(path, "utf8")) as { pid: number }[];
    process.kill(jobManager!.pid, "SIGKILL");
    await send(30, 30);
    await untilWindows(10);
  });

  it("is stopped with a savepoint and restored from it by an update", async () => {
    const { ApplicationVersionId } = await detail();
    await call("UpdateApplication", {
      CurrentApplicationVersionId: ApplicationVersionId,
      ApplicationConfigurationUpdate: {
        FlinkApplicationConfigurationUpdate: { ParallelismConfigurationUpdate: { ParallelismUpdate: 2 } },
      },
    });
    await until("RUNNING");
    await expect(call("ListApplicationSnapshots")).resolves.toMatchObject({
      SnapshotSummaries: [{ SnapshotStatus: "READY" }],
    });
    await send(60, 30);
    await untilWindows(16);
  });

  it("is brought back to the version before, from a snapshot that was asked for by name", async () => {
    await call("CreateApplicationSnapshot", { SnapshotName: "before" });
    const snapshot = () =>
      call<{ SnapshotDetails: { SnapshotStatus: string } }>("DescribeApplicationSnapshot", { SnapshotName: "before" });
    for (let i = 0; i < 60 && (await snapshot()).SnapshotDetails.SnapshotStatus === "CREATING"; i += 1)
      await delay(500);
    expect((await snapshot()).SnapshotDetails.SnapshotStatus).toBe("READY");
    const { ApplicationVersionId } = await detail();
    await call("RollbackApplication", { CurrentApplicationVersionId: ApplicationVersionId });
    await until("RUNNING");
    await expect(call("ListApplicationOperations", { Limit: 1 })).resolves.toMatchObject({
      ApplicationOperationInfoList: [{ Operation: "RollbackApplication", OperationStatus: "SUCCESSFUL" }],
    });
    await send(90, 30);
    await untilWindows(22);
  });

  it("is started from a snapshot by name, and a deleted snapshot's files are gone", async () => {
    await call("StopApplication");
    await until("READY");
    const { SnapshotSummaries } = await call<{
      SnapshotSummaries: { SnapshotName: string; SnapshotCreationTimestamp: number }[];
    }>("ListApplicationSnapshots");
    const last = SnapshotSummaries.at(-1)!;
    await call("StartApplication", {
      RunConfiguration: {
        ApplicationRestoreConfiguration: {
          ApplicationRestoreType: "RESTORE_FROM_CUSTOM_SNAPSHOT",
          SnapshotName: last.SnapshotName,
        },
      },
    });
    await until("RUNNING");
    await send(120, 30);
    await untilWindows(28);
    const folder = join(rig().dir, "services", "flink", NAME.ApplicationName, "savepoints");
    expect(readdirSync(folder)).toHaveLength(SnapshotSummaries.length);
    for (const { SnapshotName, SnapshotCreationTimestamp } of SnapshotSummaries)
      await call("DeleteApplicationSnapshot", { SnapshotName, SnapshotCreationTimestamp });
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is gone, processes and all, once it is deleted", async () => {
    await call("DeleteApplication", { CreateTimestamp: (await detail()).CreateTimestamp });
    await expect(fetch(rig().flink)).rejects.toThrow();
    await expect(detail()).rejects.toThrow("ResourceNotFoundException");
  });
}
