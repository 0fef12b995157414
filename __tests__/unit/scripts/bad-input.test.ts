import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { callerIdentity, queryError, type RecordedAws, startRecordedAws } from "../../support/recorded-aws";

const ROOT = resolve(__dirname, "..", "..", "..");
const TIME_LIMIT_MS = 120_000;

let aws: RecordedAws;
beforeAll(async () => {
  aws = await startRecordedAws();
});
afterAll(() => aws.stop());

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as npm does. */
const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((done) => {
    const options = { cwd: ROOT, env: { ...process.env, ...env } };
    execFile(process.execPath, ["scripts/run.mjs", `scripts/${program}.ts`, ...args], options, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

/** Nobody can be asked here, so that deploy needs its option. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = { deploy: ["--yes"] };
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: undefined, AWS_SECRET_ACCESS_KEY: undefined };

describe.each(["preflight", "bootstrap", "plan", "deploy"])("npm run %s", (program) => {
  const more = OPTIONS[program] ?? [];

  /** One sentence, once, and nothing else; AWS is asked for no more than whose credentials these are. */
  const expectRefusal = ({ code, out, err }: Ended, sentence: RegExp) => {
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(out).toBe("");
    expect(code).toBe(1);
    expect(aws.asked.filter((operation) => operation !== "GetCallerIdentity")).toEqual([]);
  };

  test(
    "refuses an unknown environment, an unknown option, and no environment",
    async () => {
      const [unknown, option, none] = await Promise.all([
        run(program, ["nowhere", ...more]),
        run(program, ["dev", "--force"]),
        run(program, []),
      ]);
      expectRefusal(unknown, /^There is no environment "nowhere"; there are dev, local, prod, staging\./);
      expectRefusal(option, /^Unknown option ['"]--force['"]\. Usage: npm run /);
      expectRefusal(none, /^Usage: npm run /);
    },
    TIME_LIMIT_MS,
  );

  test(
    "says in one sentence that there are no credentials, or no answer",
    async () => {
      const [none, down] = await Promise.all([
        run(program, ["dev", ...more], NO_CREDENTIALS),
        run(program, ["dev", ...more], { AWS_ENDPOINT_URL: "http://127.0.0.1:1" }),
      ]);
      expectRefusal(none, /^There are no AWS credentials .*for account 111111111111 of envs\/dev\.json\.$/m);
      expectRefusal(down, /^AWS_ENDPOINT_URL is "http:\/\/127\.0\.0\.1:1", which does not answer/);
    },
    TIME_LIMIT_MS,
  );

  test(
    "says in one sentence that the credentials are another account's, or have expired",
    async () => {
      aws.answer({ GetCallerIdentity: callerIdentity("222222222222") });
      expectRefusal(
        await run(program, ["dev", ...more]),
        /^These credentials are of account 222222222222 .*use credentials of 111111111111/,
      );
      aws.answer({
        GetCallerIdentity: queryError(403, "ExpiredToken", "The security token included in the request is expired"),
      });
      expectRefusal(await run(program, ["dev", ...more]), /^The AWS credentials have expired .*log in again/);
    },
    TIME_LIMIT_MS,
  );
});
