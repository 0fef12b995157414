import { randomUUID } from "node:crypto";
import { InvokeCommand, LambdaClient, type LambdaClientConfig, TooManyRequestsException } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { bucketName, prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { exchangedFile } from "../../handlers/replay/exchange";
import type { ReplayAnswer } from "../../handlers/replay/handler";
import type { ReplayRequest } from "../../handlers/replay/request";
import type { DeadLetterFile, Output } from "../../handlers/replay/tool";

/** Lambda's longest time-out, and a minute more; a call is never repeated by itself. */
const LONGEST_CALL_MS = 16 * 60_000;

/** How the clients of AWS reach the environment. */
export type Reach = Pick<LambdaClientConfig, "region" | "endpoint" | "credentials">;

/**
 * Lets the environment's replay function do what is requested; the file goes there, or comes from there, by way of the exchange bucket.
 * @returns the exit code
 * @throws Error with what the function failed with, or why it could not be called
 */
export async function replayRemotely(
  environment: Environment,
  request: ReplayRequest,
  file: DeadLetterFile,
  output: Output,
  reach: Reach,
): Promise<number> {
  const object = randomUUID();
  const s3 = new S3Client({ ...reach, forcePathStyle: reach.endpoint !== undefined });
  const exchanged = exchangedFile(s3, bucketName(environment, "replay"), object);
  if (request.command === "publish") await exchanged.write(await file.read());
  const { code, found, problems } = await call(environment, { ...request, object }, reach);
  if (request.command === "export") await file.write(await exchanged.read());
  if (problems) output.error(problems);
  if (found) output.log(found);
  return code;
}

async function call(environment: Environment, event: object, reach: Reach): Promise<ReplayAnswer> {
  const FunctionName = `${prefix(environment)}-replay`;
  const lambda = new LambdaClient({
    ...reach,
    maxAttempts: 1,
    requestHandler: { requestTimeout: LONGEST_CALL_MS, throwOnRequestTimeout: true },
  });
  const invocation = lambda.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }));
  const { FunctionError, Payload } = await invocation.catch((error) => {
    if (!(error instanceof TooManyRequestsException)) throw error;
    const busy = `${FunctionName} is busy with another request, or for a command that was interrupted: it ends within 15 minutes`;
    throw new Error(busy, { cause: error });
  });
  const answer = JSON.parse(Payload?.transformToString() ?? "null");
  if (FunctionError) throw new Error(`${FunctionName} failed: ${answer?.errorMessage}`);
  return answer;
}
