import type { Structure } from "../models/shape";
import { alarms } from "./alarms";
import { dashboards } from "./dashboards";
import { ec2 } from "./ec2";
import { everyService } from "./every-service";
import { firehose } from "./firehose";
import { iam } from "./iam";
import { kafka } from "./kafka";
import { kinesisanalyticsv2 } from "./kinesisanalyticsv2";
import { lambda } from "./lambda";
import { type Circumstances, isRead, type Limit } from "./limit";
import { logs } from "./logs";
import { policies } from "./policies";
import { s3 } from "./s3";
import { sagemaker } from "./sagemaker";
import { scheduler } from "./scheduler";
import { sqs } from "./sqs";

/** Every limit that AWS documents and its models lack, as far as the stacks may meet it. */
export const LIMITS: readonly Limit[] = [
  everyService,
  policies,
  iam,
  ec2,
  s3,
  lambda,
  logs,
  alarms,
  dashboards,
  scheduler,
  firehose,
  kinesisanalyticsv2,
  sqs,
  sagemaker,
  kafka,
].flat();

/** A limit that a request breaks. */
export interface Broken {
  readonly limit: Limit;
  readonly detail: string;
}

/** Limits that a request breaks. `service` is the model's name. */
export function brokenLimits(
  service: string,
  operation: string,
  parameters: Structure,
  circumstances: Circumstances,
): Broken[] {
  const applies = ({ of }: Limit): boolean =>
    of === "all" || (of === "writes" ? !isRead(operation) : of.includes(`${service}:${operation}`));
  return LIMITS.filter(applies).flatMap((limit) =>
    limit.problems(parameters, circumstances).map((detail) => ({ limit, detail })),
  );
}
