import { setTimeout as delay } from "node:timers/promises";
import { BUCKET, FakeRunner, openClients, ROLE } from "../clients";

export const NAME = { ApplicationName: "job" };
export const CODE = {
  CodeContentType: "ZIPFILE",
  CodeContent: { S3ContentLocation: { BucketARN: BUCKET, FileKey: "job.jar" } },
};
export const APPLICATION = {
  ...NAME,
  RuntimeEnvironment: "FLINK-1_20",
  ServiceExecutionRole: ROLE,
  ApplicationConfiguration: { ApplicationCodeConfiguration: CODE },
};
export const PARALLELISM = {
  ...NAME,
  ApplicationConfigurationUpdate: {
    FlinkApplicationConfigurationUpdate: { ParallelismConfigurationUpdate: { ParallelismUpdate: 4 } },
  },
};

export type Detail = { ApplicationStatus: string; ApplicationVersionId: number; CreateTimestamp: number };
export type Clients = ReturnType<typeof openClients>;
export const detail = async ({ flink }: Clients) =>
  (await flink("DescribeApplication", NAME)).ApplicationDetail as unknown as Detail;

/** The operation's result once it has ended. */
export async function ended(clients: Clients, answer: Record<string, unknown>): Promise<{ OperationStatus: string }> {
  for (;;) {
    const { ApplicationOperationInfoDetails: operation } = await clients.flink("DescribeApplicationOperation", {
      ...NAME,
      OperationId: answer.OperationId,
    });
    if ((operation as unknown as { OperationStatus: string }).OperationStatus !== "IN_PROGRESS")
      return operation as never;
    await delay(5);
  }
}

/** A running application. */
export async function startApplication(dir: string, runner = new FakeRunner()): Promise<Clients> {
  const clients = openClients(dir, runner);
  await clients.flink("CreateApplication", APPLICATION);
  await ended(clients, await clients.flink("StartApplication", NAME));
  return clients;
}
