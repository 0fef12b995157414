import { existsSync } from "node:fs";
import { KinesisAnalyticsV2Client } from "@aws-sdk/client-kinesis-analytics-v2";
import { prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { ACCESS_KEY, addresses, files, readPorts, SECRET_KEY } from "../../local/platform/laptop";
import { STATE_DIR } from "../../local/platform/paths";
import { checkIdentity } from "../aws/identity";
import { clientSettings } from "../aws/settings";
import { JobApplication } from "./application";
import { type JobContext, PACE } from "./context";

/** Name of an environment's Flink application. */
export const applicationName = (environment: Environment): string => `${prefix(environment)}-aggregator`;

/** The command that deploys an environment's Flink application. */
export const deployCommand = ({ name, platform }: Environment): string =>
  platform === "emulator" ? "npm start -- --deploy" : `npm run deploy -- ${name} --stack processing`;

/**
 * What the commands, and a deployment, work with: the environment's application on AWS or on the laptop, with the usual waits.
 * @throws Error when the credentials are missing, expired or another account's, or the laptop is not up
 */
export async function connectJob(environment: Environment, log: (line: string) => void): Promise<JobContext> {
  const application = await connect(environment);
  return { environment: environment.name, deploy: deployCommand(environment), application, log, pace: PACE };
}

/**
 * The environment's Flink application, on AWS or on the laptop. `AWS_ENDPOINT_URL` and `AWS_ENDPOINT_URL_KINESIS_ANALYTICS_V2` are honoured.
 */
async function connect(environment: Environment): Promise<JobApplication> {
  const name = applicationName(environment);
  if (environment.platform === "emulator") return new JobApplication(name, await localClient(environment));
  await checkIdentity(environment);
  return new JobApplication(name, new KinesisAnalyticsV2Client(clientSettings(environment)));
}

async function localClient(environment: Environment): Promise<KinesisAnalyticsV2Client> {
  const place = files(STATE_DIR);
  const ports = existsSync(place.endpoints) ? await readPorts(place.ports) : undefined;
  const { AWS_ENDPOINT_URL_KINESIS_ANALYTICS_V2: named = ports && addresses(ports).services } = process.env;
  if (!named) throw new Error("The laptop is not up: npm start.");
  const credentials = { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY };
  return new KinesisAnalyticsV2Client({ ...clientSettings(environment), endpoint: named, credentials });
}
