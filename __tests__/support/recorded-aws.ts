import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** An answer of AWS, as it comes over the wire. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers by operation: `GetCallerIdentity` for query and JSON protocols, `GET /path` for REST; or what makes one of a request's parameters. */
export type Answers = Readonly<Record<string, Answer | ((parameters: string) => Answer)>>;

/** A server on loopback that answers AWS clients with what was recorded. */
export interface RecordedAws {
  /** Replaces the answers. */
  answer(answers: Answers): void;
  /** Operations that were asked for, in order. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/** Everything that would send a request or a credential elsewhere. */
const OWN_SETTINGS = /^(AWS_|(HTTPS?|ALL|NO)_PROXY$|(https?|all|no)_proxy$)/;

/** Starts the server, and points this process's AWS settings to it until it is stopped. */
export async function startRecordedAws(): Promise<RecordedAws> {
  let current: Answers = {};
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const operation = operationOf(request, body);
    asked.push(operation);
    const found = current[operation];
    const answer = typeof found === "function" ? found(body) : found;
    const { status, body: text_, headers } = answer ?? { status: 501, body: `nothing recorded for ${operation}` };
    response.writeHead(status, headers).end(request.method === "HEAD" ? "" : text_);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));

  const before = { ...process.env };
  for (const name of Object.keys(process.env).filter((name) => OWN_SETTINGS.test(name))) delete process.env[name];
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
  });
  return {
    answer: (answers) => {
      current = answers;
    },
    asked,
    stop: async () => {
      process.env = before;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function operationOf({ headers, method, url = "" }: IncomingMessage, body: string): string {
  const target = headers["x-amz-target"];
  if (target) return String(target).split(".")[1]!;
  const action = new URLSearchParams(body).get("Action");
  if (action) return action;
  return `${method} ${url.split("?")[0]!.replace(/(.)\/$/, "$1")}`;
}

/** An error of a service with the query protocol: STS and IAM (https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html). */
export const queryError = (status: number, code: string, message: string): Answer => ({
  status,
  headers: { "content-type": "text/xml" },
  body:
    `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code>` +
    `<Message>${message}</Message></Error><RequestId>1c0e2d3f-0000-4000-8000-000000000000</RequestId></ErrorResponse>`,
});

/** STS' answer to GetCallerIdentity (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). */
export const callerIdentity = (account: string): Answer => ({
  status: 200,
  headers: { "content-type": "text/xml" },
  body:
    `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>` +
    `<Arn>arn:aws:sts::${account}:assumed-role/deploy/ada</Arn><UserId>AROAEXAMPLE:ada</UserId><Account>${account}</Account>` +
    `</GetCallerIdentityResult><ResponseMetadata><RequestId>1c0e2d3f-0000-4000-8000-000000000000</RequestId></ResponseMetadata></GetCallerIdentityResponse>`,
});
