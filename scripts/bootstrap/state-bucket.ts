import { HeadBucketCommand, HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { stateBucket, stateKey } from "../../envs/names";
import type { Environment } from "../../envs/schema";
import { clientSettings } from "../aws/settings";

/** How far an environment's bootstrap has come: no bucket; a bucket without the state of itself in it; all of it. */
export type Progress = "absent" | "unfinished" | "complete";

/** A state bucket that cannot be used; the message says why, and what to check. */
export class BucketError extends Error {
  override readonly name = "BucketError";
}

/** What is wrong when S3 does not answer as expected, by HTTP status. */
const REFUSALS: Readonly<Record<number, string>> = {
  301: "it is in another region than the environment's",
  400: "the credentials are not valid, or for another partition",
  403: "it belongs to another account, or these credentials may not see it",
};

/** Looks at the environment's state bucket. @throws BucketError when S3 refuses an answer */
export async function bootstrapProgress(environment: Environment): Promise<Progress> {
  const client = new S3Client({ ...clientSettings(environment), forcePathStyle: environment.platform === "emulator" });
  const bucket = stateBucket(environment);
  const has = (request: Promise<unknown>) => exists(request, bucket, environment);
  try {
    if (!(await has(client.send(new HeadBucketCommand({ Bucket: bucket, ExpectedBucketOwner: environment.account })))))
      return "absent";
    const state = new HeadObjectCommand({ Bucket: bucket, Key: stateKey(environment, "state") });
    return (await has(client.send(state))) ? "complete" : "unfinished";
  } finally {
    client.destroy();
  }
}

async function exists(request: Promise<unknown>, bucket: string, environment: Environment): Promise<boolean> {
  try {
    await request;
    return true;
  } catch (error) {
    const { $metadata, name, message } = error as Error & { $metadata?: { httpStatusCode?: number } };
    const status = $metadata?.httpStatusCode;
    if (status === 404) return false;
    const why = (status && REFUSALS[status]) ?? `${name}: ${message}`;
    throw new BucketError(
      `The bucket ${bucket} cannot be looked at: ${why}. Use credentials of account ${environment.account} (region ${environment.region}).`,
    );
  }
}
