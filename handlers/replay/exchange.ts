import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { DeadLetterFile } from "./tool";

/**
 * An object of the exchange bucket as the tool's file: a dead letter may be larger than a function's event or answer.
 * @param Key undefined where there is no file, which is an error only when it is used
 */
export function exchangedFile(client: S3Client, Bucket: string, Key: string | undefined): DeadLetterFile {
  return {
    async read() {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      if (!Body) throw new Error(`s3://${Bucket}/${Key} has no content`);
      return Body.transformToString();
    },
    async write(Body) {
      await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "application/jsonl" }));
    },
  };
}
