import { loadEnvironment } from "../../../envs/load";
import { ReplayRequest } from "../../../handlers/replay/request";
import { replayRemotely } from "../../../scripts/replay/remote";
import { type AwsAnswer, fakeAws } from "../handlers/fake-aws";

const ENVIRONMENT = loadEnvironment("dev");
const LIST = ReplayRequest.parse({ command: "list" });
const NO_FILE = {
  read: () => Promise.reject(new Error("a list has no file")),
  write: () => Promise.reject(new Error("a list has no file")),
};

let aws: Awaited<ReturnType<typeof fakeAws>>;
let answer: AwsAnswer;

beforeAll(async () => {
  aws = await fakeAws(() => answer);
});
afterAll(() => aws.stop());

async function list() {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const reach = { region: "us-east-1", endpoint: aws.url, credentials };
  const code = await replayRemotely(ENVIRONMENT, LIST, NO_FILE, { log: say, error: say, progress: say }, reach);
  return { code, said };
}

test("the environment's function is asked, and its words and exit code are the tool's", async () => {
  answer = { status: 200, body: { code: 1, found: "found", problems: "problems" } };
  expect(await list()).toEqual({ code: 1, said: ["problems", "found"] });
  expect(aws.requests.at(-1)).toMatchObject({
    path: "/2015-03-31/functions/market-data-dev-replay/invocations",
    body: { command: "list", samples: 5 },
  });
});

test("a function that is at work is not asked again, and the error says until when", async () => {
  const before = aws.requests.length;
  answer = { status: 429, body: { Message: "Rate Exceeded." }, error: "TooManyRequestsException" };
  await expect(list()).rejects.toThrow("market-data-dev-replay is busy with another request");
  expect(aws.requests.length - before).toBe(1);
});

test("another refusal is passed on", async () => {
  answer = { status: 403, body: { Message: "not authorized to perform" }, error: "AccessDeniedException" };
  await expect(list()).rejects.toThrow("not authorized to perform");
});
