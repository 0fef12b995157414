import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { loadEnvironment } from "../../../envs/load";
import { stateBucket } from "../../../envs/names";
import { bootstrapProgress } from "../../../scripts/bootstrap/state-bucket";

const environment = loadEnvironment("local");
const bucket = `/${stateBucket(environment)}`;
const state = `${bucket}/market-data/local/state.tfstate`;

let server: Server;
let answers: Record<string, number>;
const before = { ...process.env };

beforeEach(async () => {
  server = createServer((request, response) => {
    const path = request.url!.split("?")[0]!.replace(/\/$/, "");
    response.writeHead(answers[path] ?? 404).end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  });
});
afterEach(async () => {
  process.env = { ...before };
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  ["absent", {}],
  ["unfinished", { [bucket]: 200 }],
  ["complete", { [bucket]: 200, [state]: 200 }],
])("a bootstrap is %s when S3 answers %j", async (progress, given) => {
  answers = given;
  expect(await bootstrapProgress(environment)).toBe(progress);
});

test("a bucket of another account is an error that says whose credentials are needed", async () => {
  answers = { [bucket]: 403 };
  await expect(bootstrapProgress(environment)).rejects.toThrow(
    /belongs to another account.*credentials of account 000000000000/,
  );
});
