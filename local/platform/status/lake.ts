import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { localS3 } from "../deploy/state-bucket";
import type { Endpoints } from "../endpoints";

export interface LakeObject {
  readonly key: string;
  readonly bytes: number;
  /** ISO time at which it was written. */
  readonly writtenAt: string;
}

/** The youngest object below the lake's prefix. */
export async function newestLakeObject({ aws, lake }: Endpoints): Promise<LakeObject | undefined> {
  const s3 = localS3(aws.endpoint_url);
  let newest: LakeObject | undefined;
  let token: string | undefined;
  try {
    do {
      const page = await s3.send(
        new ListObjectsV2Command({ Bucket: lake.bucket, Prefix: lake.prefix, ContinuationToken: token }),
      );
      for (const { Key: key = "", Size: bytes = 0, LastModified } of page.Contents ?? []) {
        const writtenAt = LastModified?.toISOString() ?? "";
        if (!newest || writtenAt >= newest.writtenAt) newest = { key, bytes, writtenAt };
      }
      token = page.NextContinuationToken;
    } while (token);
    return newest;
  } finally {
    s3.destroy();
  }
}
