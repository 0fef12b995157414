import type { Environment } from "../../envs/schema";
import { failureKind, wordsOf } from "../aws/failure";
import { CredentialsError } from "../aws/identity";
import { deployCommand } from "./connect";

/** An error of AWS's API as one sentence that says what to do; any other error as it is. */
export function explain(error: unknown, environment: Environment, application: string): Error {
  if (error instanceof CredentialsError) return error;
  const { account, region } = environment;
  const { name: type = "", message = "" } = error as Error;
  const say = (sentence: string) => new Error(sentence, { cause: error });
  switch (type) {
    case "ResourceNotFoundException":
      return say(
        `AWS has no ${application} in ${region} of account ${account} (${message}): deploy it first, with \`${deployCommand(environment)}\`.`,
      );
    case "ConcurrentModificationException":
    case "ResourceInUseException":
      return say(`${application} is changing (${message}): wait until that has ended, and repeat the command.`);
    case "LimitExceededException":
      return say(
        `A quota is used up (${message}): an application has 1,000 snapshots at most; delete old ones with \`aws kinesisanalyticsv2 delete-application-snapshot\`.`,
      );
  }
  switch (failureKind(error)) {
    case "denied":
      return say(
        `These credentials may not do that (${wordsOf(error)}): docs/SECURITY.md lists what \`npm run job\` needs.`,
      );
    case "expired":
      return say(`The AWS credentials have expired (${wordsOf(error)}): log in again, and repeat the command.`);
    case "no-credentials":
    case "invalid":
      return say(`AWS does not accept these credentials (${wordsOf(error)}): use valid ones of account ${account}.`);
    case "unreachable":
      return say(
        `AWS does not answer in ${region} (${wordsOf(error)}): check the network, and the endpoint if AWS_ENDPOINT_URL is set.`,
      );
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}
