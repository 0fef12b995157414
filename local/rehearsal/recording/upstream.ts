import { Agent, type IncomingHttpHeaders, request } from "node:http";

/** Headers of one connection, not of the message. */
const HOP = new Set([
  "connection",
  "keep-alive",
  "transfer-encoding",
  "te",
  "trailer",
  "upgrade",
  "proxy-authorization",
  "proxy-connection",
  "expect",
]);

/** An answer, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** What is handed on of a message's headers. */
export const endToEnd = (headers: IncomingHttpHeaders): IncomingHttpHeaders =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP.has(name)));

/** Sends a request to the server at `base`; an answer of 502 says that it does not answer. */
export function forward(
  base: string,
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve) => {
    const unreachable = (error: Error): void =>
      resolve({ status: 502, headers: {}, body: Buffer.from(`${base} does not answer: ${error.message}`) });
    const outgoing = request(`${base}${path}`, {
      agent,
      method,
      headers: { ...endToEnd(headers), "content-length": body.length },
    });
    outgoing.on("error", unreachable);
    outgoing.on("response", (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", unreachable);
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.end(body);
  });
}
