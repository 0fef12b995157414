import { randomUUID } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import { log } from "../log";
import { AwsError, internalFailure } from "./aws-error";
import type { Service } from "./json-target";
import { type AwsRequest, readRequest } from "./request";

/** A page of the services themselves, outside AWS's protocols. */
export type Page = () => Promise<object> | object;

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": bytes.length,
    "x-amzn-requestid": randomUUID(),
    ...headers,
  });
  response.end(bytes);
}

function refuse(response: ServerResponse, error: AwsError): void {
  // Services disagree on the message's case; SDKs read either.
  const body = { __type: error.type, message: error.message, Message: error.message, ...error.members };
  answer(response, error.status, body, { "x-amzn-errortype": error.type });
}

async function dispatch(services: readonly Service[], request: AwsRequest): Promise<object> {
  for (const service of services) {
    const result = service.handle(request);
    if (result) return result;
  }
  throw new AwsError(
    "UnknownOperationException",
    `No local service answers ${request.target ?? `${request.method} ${request.path}`}.`,
    404,
  );
}

/** One server for every service; the caller makes it listen. */
export function createAwsServer(services: readonly Service[], pages: Readonly<Record<string, Page>>): Server {
  return createServer(async (message, response) => {
    try {
      const request = await readRequest(message);
      const page = request.method === "GET" ? pages[request.path] : undefined;
      if (page) answer(response, 200, await page());
      else {
        const contentType = request.target ? "application/x-amz-json-1.1" : "application/json";
        answer(response, 200, await dispatch(services, request), { "content-type": contentType });
      }
    } catch (cause) {
      const error = cause instanceof AwsError ? cause : internalFailure(cause);
      log(error.status >= 500 ? "error" : "info", "request refused", {
        request: message.headers["x-amz-target"] ?? `${message.method} ${message.url}`,
        type: error.type,
        detail: error.message,
        stack: error.status >= 500 && cause instanceof Error ? cause.stack : undefined,
      });
      refuse(response, error);
    }
  });
}
