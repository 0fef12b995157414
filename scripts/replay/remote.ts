import { randomUUID } from "node:crypto";
import { InvokeCommand, LambdaClient, type LambdaClientConfig } from "@aws-sdk/client-lambda";
import { S3Client } from "@aws-sdk/client-s3";
import { bucketName, prefix } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { exchangedFile } from "../../handlers/replay/exchange";
import type { ReplayAnswer } from "../../handlers/replay/handler";
import type { ReplayRequest } from "../../handlers/replay/request";
import type { LettersFile, Voice } from "../../handlers/replay/tool";

/** Lambda's longest time-out, and a minute more; a call is never repeated by itself. */
const LONGEST_CALL_MS = 16 * 60_000;

/** How the clients of AWS reach the environment. */
export type Reach = Pick<LambdaClientConfig, "region" | "endpoint" | "credentials">;

/**
 * Lets the environment's replay function do what is requested; the file goes there, or comes from there, by way of the exchange bucket,
 * which forgets it after a day.
 * @returns the exit code
 * @throws Error with what the function failed with, or why it could not be called
 */
export async function replayRemotely(
  environment: Environment,
  request: ReplayRequest,
  file: LettersFile,
  voice: Voice,
  reach: Reach,
): Promise<number> {
  if (request.command === "list") return call(environment, request, voice, reach);
  const bucket = bucketName(environment, "replay");
  const object = randomUUID();
  const s3 = new S3Client({ ...reach, forcePathStyle: reach.endpoint !== undefined });
  const exchanged = exchangedFile(bucket, object, s3);
  if (request.command === "publish") await exchanged.write(await file.read());
  const code = await call(environment, { ...request, object }, voice, reach);
  if (request.command === "export") await file.write(await exchanged.read());
  return code;
}

async function call(environment: Environment, event: object, voice: Voice, reach: Reach): Promise<number> {
  const FunctionName = `${prefix(environment)}-replay`;
  const lambda = new LambdaClient({ ...reach, maxAttempts: 1, requestHandler: { requestTimeout: LONGEST_CALL_MS } });
  const { FunctionError, Payload } = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  const answer = JSON.parse(Payload?.transformToString() ?? "null");
  if (FunctionError) throw new Error(`${FunctionName} failed: ${answer?.errorMessage}`);
  const { code, found, problems } = answer as ReplayAnswer;
  if (problems) voice.error(problems);
  if (found) voice.log(found);
  return code;
}
