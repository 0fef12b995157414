import { type EmulatorClient, EmulatorError } from "./client";

/** The S3 calls that the services need, path style. */
export class S3 {
  constructor(private readonly client: EmulatorClient) {}

  /** Stores an object. */
  async put(
    bucket: string,
    key: string,
    body: Uint8Array | string,
    contentType = "application/octet-stream",
  ): Promise<void> {
    await this.client.send("s3", objectPath(bucket, key), {
      method: "PUT",
      headers: { "content-type": contentType },
      body,
    });
  }

  /** Reads an object, or one version of it. */
  async get(bucket: string, key: string, version?: string): Promise<Buffer> {
    const response = await this.client.send("s3", objectPath(bucket, key, version));
    return Buffer.from(await response.arrayBuffer());
  }

  /** Size in bytes and entity tag of an object; undefined when it does not exist. */
  async head(bucket: string, key: string, version?: string): Promise<{ size: number; etag: string } | undefined> {
    try {
      const { headers } = await this.client.send("s3", objectPath(bucket, key, version), { method: "HEAD" });
      return {
        size: Number(headers.get("content-length") ?? 0),
        etag: (headers.get("etag") ?? "").replaceAll('"', ""),
      };
    } catch (error) {
      if (error instanceof EmulatorError && error.status === 404) return undefined;
      throw error;
    }
  }
}

function objectPath(bucket: string, key: string, version?: string): string {
  const query = version ? `?versionId=${encodeURIComponent(version)}` : "";
  return `/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}${query}`;
}

const BUCKET_ARN = /^arn:aws[\w-]*:s3:::([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/;

/** The bucket that an ARN names, or undefined when it is not a bucket's ARN. */
export function bucketOf(arn: string): string | undefined {
  return BUCKET_ARN.exec(arn)?.[1];
}
