import { EC2Client } from "@aws-sdk/client-ec2";
import { IAMClient } from "@aws-sdk/client-iam";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import type { Environment } from "../../envs/schema";
import { clientSettings } from "../aws/settings";

/** Clients of the services that are asked. */
export interface AwsClients {
  readonly ec2: EC2Client;
  readonly iam: IAMClient;
  readonly lambda: LambdaClient;
  readonly quotas: ServiceQuotasClient;
}

/** Does something with clients for the environment's region, and lets go of their connections. */
export async function withClients<Result>(
  environment: Environment,
  use: (aws: AwsClients) => Promise<Result>,
): Promise<Result> {
  const settings = clientSettings(environment);
  const aws = {
    ec2: new EC2Client(settings),
    iam: new IAMClient(settings),
    lambda: new LambdaClient(settings),
    quotas: new ServiceQuotasClient(settings),
  };
  try {
    return await use(aws);
  } finally {
    for (const client of Object.values(aws)) client.destroy();
  }
}
