import type { IncomingMessage } from "node:http";
import { AwsError } from "./aws-error";

/** Largest body in bytes; AWS's own limits on these services are lower. */
const MAX_BODY_BYTES = 8 * 1024 * 1024;

/** A request, read completely. */
export interface AwsRequest {
  readonly method: string;
  /** Path as sent: percent-encoded, so that an ARN stays one segment. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** `X-Amz-Target`, which names the operation in AWS JSON 1.1. */
  readonly target?: string;
  readonly body: Record<string, unknown>;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Parses a body.
 * @throws AwsError SerializationException, as AWS answers what is not a JSON object.
 */
export function parseBody(text: string): Record<string, unknown> {
  if (text.trim() === "") return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new AwsError("SerializationException", `The body is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(value)) throw new AwsError("SerializationException", "The body must be a JSON object.");
  return value;
}

/** Reads a request to its end. */
export async function readRequest(message: IncomingMessage): Promise<AwsRequest> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES)
      throw new AwsError("RequestEntityTooLargeException", `The body is larger than ${MAX_BODY_BYTES} bytes.`, 413);
    chunks.push(chunk);
  }
  const [path = "/", query = ""] = (message.url ?? "/").split("?", 2);
  const target = message.headers["x-amz-target"];
  return {
    method: message.method ?? "GET",
    path,
    query: new URLSearchParams(query),
    target: Array.isArray(target) ? target[0] : target,
    body: parseBody(Buffer.concat(chunks).toString("utf8")),
  };
}
