import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Environment } from "../../envs/schema";
import { type FailureKind, failureKind, wordsOf } from "./failure";
import { clientSettings } from "./settings";

/** Credentials that cannot be used for an environment; the message is one sentence that says what to do. */
export class CredentialsError extends Error {
  override readonly name = "CredentialsError";
}

/**
 * Asks AWS whose credentials these are: one request, which needs no permission
 * (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html).
 * @returns the caller's ARN
 * @throws CredentialsError when there are none, they are no longer valid, or they are another account's
 */
export async function checkIdentity(environment: Environment): Promise<string> {
  const client = new STSClient(clientSettings(environment));
  try {
    const { Account, Arn = "" } = await client.send(new GetCallerIdentityCommand({}));
    if (Account !== environment.account) throw new CredentialsError(wrongAccount(environment, Account, Arn));
    return Arn;
  } catch (error) {
    if (error instanceof CredentialsError) throw error;
    throw new CredentialsError(explain(environment, error), { cause: error });
  } finally {
    client.destroy();
  }
}

const wrongAccount = ({ name, account }: Environment, found = "unknown", arn: string): string =>
  `These credentials are of account ${found} (${arn}), but envs/${name}.json says ${account}: use credentials of ${account}, or correct "account" in that file.`;

function explain(environment: Environment, error: unknown): string {
  const { name, account, region } = environment;
  const words = wordsOf(error);
  const endpoint = process.env.AWS_ENDPOINT_URL_STS ?? process.env.AWS_ENDPOINT_URL;
  const sentences: Readonly<Record<FailureKind, string>> = {
    "no-credentials": `There are no AWS credentials (${words}): run \`aws sso login\` or \`aws configure\`, or set AWS_PROFILE, for account ${account} of envs/${name}.json.`,
    expired: `The AWS credentials have expired (${words}): log in again, such as with \`aws sso login\`, and repeat the command.`,
    invalid: `AWS does not accept these credentials (${words}): use valid ones of account ${account}, and check that the region ${region} is enabled in it.`,
    denied: `AWS does not say whose credentials these are (${words}): ask who runs your organization for \`sts:GetCallerIdentity\`.`,
    unreachable: `${endpoint ? `AWS_ENDPOINT_URL is "${endpoint}", which does not answer` : `AWS does not answer in ${region}`} (${words}): ${endpoint ? "start what listens there, or unset the variable" : "check the network, the proxy (HTTPS_PROXY) and the region"}.`,
    other: `AWS could not say whose credentials these are: ${words}. Check the credentials for account ${account} and the region ${region}.`,
  };
  return sentences[failureKind(error)];
}
