import { setTimeout as delay } from "node:timers/promises";
import type { KinesisAnalyticsV2Client } from "@aws-sdk/client-kinesis-analytics-v2";
import { JobApplication } from "../../../../scripts/job/application";
import type { JobContext, Pace } from "../../../../scripts/job/context";
import { BUCKET, FakeRunner, openClients, ROLE } from "../../local/services/clients";

const FAST: Pace = { pollMs: 5, reportMs: 1_000, timeoutMs: 5_000, sleep: delay, now: Date.now };
const TIME = /(StartTime|EndTime|Timestamp)$/;

/** Numbers that are times become dates, as the SDK makes them. */
function revive(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revive);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      TIME.test(key) && typeof member === "number" ? new Date(member * 1_000) : revive(member),
    ]),
  );
}

/** A command's input as it is sent: times are seconds, and what is undefined is left out. */
const sent = (input: object): object =>
  JSON.parse(
    JSON.stringify(
      Object.fromEntries(
        Object.entries(input).map(([key, value]) => [key, value instanceof Date ? value.getTime() / 1_000 : value]),
      ),
    ),
  );

/** The laptop's Managed Flink with one application, `job`, as the commands reach it. */
export async function openJob(dir: string, runner = new FakeRunner(), pace: Partial<Pace> = {}) {
  const { flink } = openClients(dir, runner);
  const client = {
    async send(command: { constructor: { name: string }; input: object }): Promise<unknown> {
      const body = sent(command.input);
      return revive(
        await flink(command.constructor.name.replace(/Command$/, ""), body).catch((error) => {
          throw Object.assign(new Error(error.message), { name: error.type });
        }),
      );
    },
  };
  const lines: string[] = [];
  const context: JobContext = {
    environment: "dev",
    deploy: "npm run deploy -- dev --stack processing",
    application: new JobApplication("job", client as unknown as KinesisAnalyticsV2Client),
    log: (line) => void lines.push(line),
    pace: { ...FAST, ...pace },
  };
  const update = (parallelism: number) =>
    flink("UpdateApplication", {
      ApplicationName: "job",
      ApplicationConfigurationUpdate: {
        FlinkApplicationConfigurationUpdate: { ParallelismConfigurationUpdate: { ParallelismUpdate: parallelism } },
      },
    });
  /** Waits until the application is in a state. */
  const until = async (state: string) => {
    while ((await context.application.describe()).ApplicationStatus !== state) await delay(5);
  };
  const create = () =>
    flink("CreateApplication", {
      ApplicationName: "job",
      RuntimeEnvironment: "FLINK-1_20",
      ServiceExecutionRole: ROLE,
      ApplicationConfiguration: {
        ApplicationCodeConfiguration: {
          CodeContentType: "ZIPFILE",
          CodeContent: { S3ContentLocation: { BucketARN: BUCKET, FileKey: "job.jar" } },
        },
      },
    });
  return { context, runner, lines, flink, create, update, until };
}

/** The same, with the application running. */
export async function runningJob(dir: string, runner = new FakeRunner(), pace: Partial<Pace> = {}) {
  const rig = await openJob(dir, runner, pace);
  await rig.create();
  await rig.flink("StartApplication", { ApplicationName: "job" });
  await rig.until("RUNNING");
  return rig;
}
