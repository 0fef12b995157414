import type { ServicesConfig } from "../config";

/** An answer of the base emulator that is not a success. */
export class EmulatorError extends Error {
  constructor(
    readonly service: string,
    readonly status: number,
    readonly body: string,
  ) {
    super(`${service} answered ${status}: ${body.slice(0, 400)}`);
    this.name = "EmulatorError";
  }

  /** Whether the body names an AWS error code. */
  is(code: string): boolean {
    return this.body.includes(code);
  }
}

/** Longest wait for an answer in milliseconds; a function may run for 15 minutes (the Lambda quota). */
const TIMEOUT_MS = 30_000;

/** Calls of one emulator. Signatures are not computed: the emulator reads account, region and service from them and checks nothing. */
export class EmulatorClient {
  constructor(private readonly config: Pick<ServicesConfig, "emulatorUrl" | "region" | "credentials">) {}

  /**
   * Sends a request.
   * @throws EmulatorError on a status of 300 or more.
   */
  async send(service: string, path: string, init: RequestInit = {}, timeoutMs = TIMEOUT_MS): Promise<Response> {
    const scope = `${new Date().toISOString().slice(0, 10).replaceAll("-", "")}/${this.config.region}/${service}/aws4_request`;
    const credential = `${this.config.credentials.accessKeyId}/${scope}`;
    const response = await fetch(this.config.emulatorUrl + path, {
      ...init,
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])]),
      headers: {
        ...init.headers,
        authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=local`,
      },
    });
    if (response.status >= 300) throw new EmulatorError(service, response.status, await response.text());
    return response;
  }

  /** An AWS JSON 1.1 call. */
  async json<T>(service: string, target: string, body: object): Promise<T> {
    const response = await this.send(service, "/", {
      method: "POST",
      headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": target },
      body: JSON.stringify(body),
    });
    return (await response.json()) as T;
  }

  /** An AWS query call; the answer is XML. */
  async query(service: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    const response = await this.send(service, "/", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(parameters),
    });
    return response.text();
  }
}
