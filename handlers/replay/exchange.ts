import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { LettersFile } from "./tool";

/** An object of the exchange bucket as the tool's file: a letter may be larger than a function's event or answer. */
export function exchangedFile(
  Bucket: string,
  Key: string,
  client = new S3Client({ requestHandler: { connectionTimeout: 2_000, requestTimeout: 60_000 } }),
): LettersFile {
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
