import { existsSync } from "node:fs";
import { KinesisAnalyticsV2Client } from "@aws-sdk/client-kinesis-analytics-v2";
import { prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { ACCESS_KEY, addresses, files, readPorts, SECRET_KEY } from "../../local/platform/laptop";
import { STATE_DIR } from "../../local/platform/paths";
import { checkIdentity } from "../aws/identity";
import { clientSettings } from "../aws/settings";
import { JobApplication } from "./application";

/** Name of an environment's Flink application. */
export const applicationName = (environment: Environment): string => `${prefix(environment)}-aggregator`;

/**
 * The environment's Flink application, on AWS or on the laptop. `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_KINESIS_ANALYTICS_V2` are honoured.
 * @throws Error when the credentials are missing, expired or another account's, or the laptop is not up
 */
export async function connect(environment: Environment): Promise<JobApplication> {
  const name = applicationName(environment);
  if (environment.platform === "emulator") return new JobApplication(name, await laptopClient(environment));
  await checkIdentity(environment);
  return new JobApplication(name, new KinesisAnalyticsV2Client(clientSettings(environment)));
}

async function laptopClient(environment: Environment): Promise<KinesisAnalyticsV2Client> {
  const place = files(STATE_DIR);
  const ports = existsSync(place.endpoints) ? await readPorts(place.ports) : undefined;
  const { AWS_ENDPOINT_URL_KINESIS_ANALYTICS_V2: named = ports && addresses(ports).services } = process.env;
  if (!named) throw new Error("The laptop is not up: npm start.");
  const credentials = { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY };
  return new KinesisAnalyticsV2Client({ ...clientSettings(environment), endpoint: named, credentials });
}
