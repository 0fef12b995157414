import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it reached the server. */
export interface AwsRequest {
  readonly path: string;
  /** Operation of the JSON protocol, such as AmazonAthena.GetQueryResults; empty for REST. */
  readonly target: string;
  readonly body: Record<string, unknown>;
}

/** What the server answers; `undefined`: never anything. */
export type AwsAnswer =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly error?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | undefined;

/** A server that speaks AWS' JSON over HTTP, as far as the SDK's clients look. */
export async function fakeAws(answer: (request: AwsRequest) => AwsAnswer | Promise<AwsAnswer>) {
  const requests: AwsRequest[] = [];
  const server = createServer(async (incoming: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const request: AwsRequest = {
      path: decodeURIComponent(incoming.url ?? ""),
      target: String(incoming.headers["x-amz-target"] ?? ""),
      body: JSON.parse(Buffer.concat(chunks).toString() || "{}"),
    };
    requests.push(request);
    const reply = await answer(request);
    if (!reply) return;
    response.writeHead(reply.status, {
      "content-type": "application/json",
      ...(reply.error && { "x-amzn-errortype": reply.error }),
      ...reply.headers,
    });
    response.end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
