import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { loadEnvironment } from "../../../../envs/load";
import { failureKind } from "../../../../scripts/aws/failure";
import { checkIdentity } from "../../../../scripts/aws/identity";
import { proxyAgent } from "../../../../scripts/aws/proxy";
import { callerIdentity, queryError, type RecordedAws, startRecordedAws } from "../../../support/recorded-aws";

const dev = loadEnvironment("dev");
let aws: RecordedAws;

beforeEach(async () => {
  aws = await startRecordedAws();
});
afterEach(() => aws.stop());

test("credentials of the environment's account pass, with one request", async () => {
  aws.answer({ GetCallerIdentity: callerIdentity(dev.account) });
  await expect(checkIdentity(dev)).resolves.toBe(`arn:aws:sts::${dev.account}:assumed-role/deploy/ada`);
  expect(aws.asked).toEqual(["GetCallerIdentity"]);
});

test("another account's credentials are an error that names both accounts, and what to do", async () => {
  aws.answer({ GetCallerIdentity: callerIdentity("222222222222") });
  await expect(checkIdentity(dev)).rejects.toThrow(
    "These credentials are of account 222222222222 (arn:aws:sts::222222222222:assumed-role/deploy/ada), but envs/dev.json says 111111111111: " +
      'use credentials of 111111111111, or correct "account" in that file.',
  );
});

test.each([
  [
    403,
    "ExpiredToken",
    "The security token included in the request is expired",
    /^The AWS credentials have expired .*log in again/,
  ],
  [
    403,
    "InvalidClientTokenId",
    "The security token included in the request is invalid.",
    /^AWS does not accept these credentials .*region us-east-1 is enabled/,
  ],
  [
    403,
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match",
    /^AWS does not accept these credentials/,
  ],
  [403, "AccessDenied", "explicit deny in a service control policy", /sts:GetCallerIdentity/],
  [
    400,
    "SomethingElse",
    "it is broken",
    /^AWS could not say whose credentials these are: SomethingElse: it is broken\./,
  ],
])("an answer %d %s is one sentence that says what to do", async (status, code, message, sentence) => {
  aws.answer({ GetCallerIdentity: queryError(status, code, message) });
  const error = await checkIdentity(dev).catch((caught: Error) => caught);
  expect((error as Error).message).toMatch(sentence);
  expect((error as Error).message).not.toContain("\n");
});

test("no credentials at all are said so", async () => {
  delete process.env.AWS_ACCESS_KEY_ID;
  delete process.env.AWS_SECRET_ACCESS_KEY;
  await expect(checkIdentity(dev)).rejects.toThrow(
    /^There are no AWS credentials .*aws sso login.* account 111111111111 /,
  );
  expect(aws.asked).toEqual([]);
});

test("an endpoint that does not answer is named", async () => {
  process.env.AWS_ENDPOINT_URL = "http://127.0.0.1:1";
  await expect(checkIdentity(dev)).rejects.toThrow(
    /^AWS_ENDPOINT_URL is "http:\/\/127\.0\.0\.1:1", which does not answer .*unset the variable/,
  );
});

test.each([
  [
    "a session of SSO that has ended",
    { name: "CredentialsProviderError", message: "The SSO session has expired" },
    "expired",
  ],
  [
    "a token of SSO",
    { name: "TokenProviderError", message: "Token is expired. To refresh this SSO session run 'aws sso login'" },
    "expired",
  ],
  [
    "no provider at all",
    { name: "CredentialsProviderError", message: "Could not load credentials from any providers" },
    "no-credentials",
  ],
  ["EC2's missing right", { name: "UnauthorizedOperation", message: "You are not authorized" }, "denied"],
  ["S3's code", { name: "Unknown", Code: "ExpiredToken", message: "" }, "expired"],
  ["no name in DNS", { name: "Error", code: "ENOTFOUND", message: "getaddrinfo" }, "unreachable"],
  ["a request that took too long", { name: "TimeoutError", message: "" }, "unreachable"],
  ["anything else", { name: "ThrottlingException", message: "" }, "other"],
])("%s is distinguished from other failures", (_, error, kind) => {
  expect(failureKind(error)).toBe(kind);
});

describe("behind a proxy", () => {
  let proxy: Server;
  let connected: string[];

  beforeEach(async () => {
    connected = [];
    proxy = createServer().on("connect", (request, socket) => {
      connected.push(request.url ?? "");
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
    delete process.env.AWS_ENDPOINT_URL;
    process.env.HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });
  afterEach(() => proxy.close());

  test("AWS is asked by way of it", async () => {
    process.env.NO_PROXY = "127.0.0.1";
    await expect(checkIdentity(dev)).rejects.toThrow(/^AWS (could not say|does not answer)/);
    expect(connected).toContain("sts.us-east-1.amazonaws.com:443");
  });

  test("that NO_PROXY leaves AWS out of, no proxy is used", () => {
    process.env.NO_PROXY = ".amazonaws.com";
    expect(proxyAgent("us-east-1")).toBeUndefined();
    process.env.NO_PROXY = "127.0.0.1";
    expect(proxyAgent("us-east-1")).toBeDefined();
  });
});
