import {
  CreateBucketCommand,
  DeleteObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { ACCESS_KEY, REGION, SECRET_KEY } from "../laptop";

/** An S3 client for the laptop. */
export function localS3(emulator: string): S3Client {
  return new S3Client({
    endpoint: emulator,
    region: REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: ACCESS_KEY, secretAccessKey: SECRET_KEY },
  });
}

/** Makes the bucket for Terraform's state, which has to be there before the first deployment. */
export async function ensureStateBucket(emulator: string, bucket: string): Promise<void> {
  const s3 = localS3(emulator);
  try {
    await s3.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch (error) {
    if ((error as Error).name !== "NotFound") throw error;
    await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  } finally {
    s3.destroy();
  }
}

/**
 * Releases every lock on Terraform's state. A Terraform that was ended half-way leaves its lock behind; the caller has
 * made sure that none is running.
 */
export async function releaseStateLocks(emulator: string, bucket: string): Promise<void> {
  const s3 = localS3(emulator);
  try {
    const { Contents: objects = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
    for (const { Key } of objects) {
      if (Key?.endsWith(".tflock")) await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key }));
    }
  } finally {
    s3.destroy();
  }
}
