import { appendFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Addresses } from "../../platform/laptop";
import { LOOPBACK } from "../../ports";
import type { Place, RecordedRequest } from "./record";
import { type Answer, endToEnd, forward } from "./upstream";

/** Services, as requests are signed for them, that the adapters answer for; the emulator has all others. */
const ADAPTED = new Set(["kafka", "kinesisanalytics", "firehose", "sagemaker"]);
/** SigV4's credential scope: key, date, region, service. */
const SCOPE = /Credential=[^/]+\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/;
/** Bodies above are objects' contents. */
const LARGEST_TEXT_BYTES = 8 * 2 ** 20;
const ERROR_CHARACTERS = 2_000;

/** An endpoint of its own for one user, so that each request is known to be that user's. */
export interface Endpoint {
  readonly url: string;
  /** Phase that its requests belong to from now on. */
  phase: string;
}

/** A reverse proxy that is all of AWS: it hands each request on by the service that it is signed for, and writes it down. */
export class Recorder {
  readonly requests: RecordedRequest[] = [];
  private readonly servers: Server[] = [];

  constructor(
    private readonly upstream: Pick<Addresses, "emulator" | "services">,
    /** Every request is appended to it, one line of JSON each. */
    private readonly file: string,
  ) {}

  /** Opens an endpoint for a stack. */
  async open(stack: string): Promise<Endpoint> {
    const endpoint = { url: "", phase: "start" };
    const server = createServer((incoming, response) => {
      this.handle({ stack, phase: endpoint.phase }, incoming, response).catch((error: Error) =>
        response.destroy(error),
      );
    });
    this.servers.push(server);
    await new Promise<void>((listening, failed) => {
      server.once("error", failed);
      server.listen({ host: LOOPBACK, port: 0 }, listening);
    });
    endpoint.url = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
    return endpoint;
  }

  async close(): Promise<void> {
    for (const server of this.servers) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  }

  private async handle(place: Place, incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = Date.now();
    const body = await bodyOf(incoming);
    const [, region = "", service = ""] = SCOPE.exec(incoming.headers.authorization ?? "") ?? [];
    const base = ADAPTED.has(service) ? this.upstream.services : this.upstream.emulator;
    const { method = "GET", url: path = "/" } = incoming;
    const answer = await forward(base, method, path, incoming.headers, body);
    this.write({
      ...place,
      at,
      region,
      service,
      method,
      path,
      headers: plain(incoming),
      ...text(body),
      ...outcome(answer),
    });
    respond(response, method, answer);
  }

  private write(request: RecordedRequest): void {
    this.requests.push(request);
    appendFileSync(this.file, `${JSON.stringify(request)}\n`);
  }
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const plain = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]));

function text(body: Buffer): Pick<RecordedRequest, "size" | "body"> {
  const size = body.length;
  if (size > LARGEST_TEXT_BYTES) return { size };
  const decoded = body.toString("utf8");
  return decoded.includes("\uFFFD") ? { size } : { size, body: decoded };
}

const outcome = ({ status, body }: Answer): Pick<RecordedRequest, "status" | "error"> =>
  status < 400 ? { status } : { status, error: body.toString("utf8").slice(0, ERROR_CHARACTERS) };

function respond(response: ServerResponse, method: string, { status, headers, body }: Answer): void {
  const { "content-length": length, ...others } = endToEnd(headers);
  if (method === "HEAD") {
    response.writeHead(status, length === undefined ? others : { ...others, "content-length": length }).end();
  } else if (status === 204 || status === 304) {
    response.writeHead(status, others).end();
  } else {
    response.writeHead(status, { ...others, "content-length": body.length }).end(body);
  }
}
