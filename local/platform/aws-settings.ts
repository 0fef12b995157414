import { writeFile } from "node:fs/promises";
import { ACCESS_KEY, type Addresses, REGION, SECRET_KEY } from "./laptop";

/** Environment variables with which AWS's CLI, its SDKs and Terraform's provider talk to the laptop. */
export function awsSettings({ emulator, services }: Pick<Addresses, "emulator" | "services">): Record<string, string> {
  return {
    AWS_REGION: REGION,
    // What botocore reads, and with it boto3 and the first version of AWS's CLI, which know no AWS_REGION.
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: SECRET_KEY,
    AWS_ENDPOINT_URL: emulator,
    AWS_ENDPOINT_URL_KAFKA: services,
    AWS_ENDPOINT_URL_KINESIS_ANALYTICS_V2: services,
    AWS_ENDPOINT_URL_FIREHOSE: services,
    AWS_ENDPOINT_URL_SAGEMAKER: services,
    AWS_ENDPOINT_URL_SAGEMAKER_FEATURESTORE_RUNTIME: services,
  };
}

/** What would come before the settings, or reach a real account with them. */
const FOREIGN = ["AWS_PROFILE", "AWS_SESSION_TOKEN"];

/** Writes a file for a shell to source: the settings in place of the user's own. */
export async function writeAwsSettings(file: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const lines = Object.entries(settings).map(([name, value]) => `export ${name}='${value}'\n`);
  await writeFile(file, `unset ${FOREIGN.join(" ")}\n${lines.join("")}`);
}
