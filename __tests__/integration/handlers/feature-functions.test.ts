import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { toFeatureRecord } from "../../../contracts/feature-record";
import type { QualityReport } from "../../../handlers/check-feature-store/core";
import type { KafkaBatchResponse } from "../../../handlers/feature-store/core";
import { aggregate, mskEvent, mskRecord } from "../../unit/handlers/support";
import { type AwsAnswer, type AwsRequest, fakeAws } from "./fake-aws";
import { type RunningFunction, startFunction } from "./lambda-runtime";

// Starting processes on a busy machine and waiting for time-outs takes longer than a unit test may.
jest.setTimeout(60_000);

const stops: (() => Promise<void>)[] = [];
let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), "features-"));
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

async function start(
  name: "feature-store" | "check-feature-store",
  answer: (request: AwsRequest) => AwsAnswer,
  settings: Record<string, string> = {},
): Promise<{ running: RunningFunction; requests: AwsRequest[] }> {
  const aws = await fakeAws(answer);
  const running = await startFunction(name, directory, {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL: aws.url,
    FEATURE_GROUP_NAME: "aggregates",
    ...settings,
  });
  stops.push(running.stop, aws.stop);
  return { running, requests: aws.requests };
}

const ok = { status: 200, body: {} };

describe("feature-store, through the AWS SDK", () => {
  it("writes every feature as text and answers partial failures in Kafka's form", async () => {
    const { running, requests } = await start("feature-store", () => ok);

    const answer = await running.invoke<KafkaBatchResponse>(
      mskEvent({ "output-0": [mskRecord(0, 1, aggregate()), mskRecord(0, 2, "poison")] }),
    );

    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: { partition: "output-0", offset: 2 } }] });
    const record = Object.entries(toFeatureRecord(aggregate())).map(([FeatureName, value]) => ({
      FeatureName,
      ValueAsString: String(value),
    }));
    expect(requests).toEqual([{ path: "/FeatureGroup/aggregates", target: "", body: { Record: record } }]);
    expect(running.log().find((line) => "FeaturesStored" in line)).toMatchObject({
      FeaturesStored: 1,
      FeaturesRejected: 1,
    });
  });

  it("tries again after throttling", async () => {
    const answers: AwsAnswer[] = [{ status: 429, body: {}, error: "ThrottlingException" }];
    const { running, requests } = await start("feature-store", () => answers.shift() ?? ok);

    const answer = await running.invoke(mskEvent({ "output-0": [mskRecord(0, 1, aggregate())] }));

    expect(answer).toEqual({ batchItemFailures: [] });
    expect(requests).toHaveLength(2);
  });

  it("answers in time, with the whole batch failed, when Feature Store never does", async () => {
    const { running } = await start("feature-store", () => undefined);

    const answer = await running.invoke<KafkaBatchResponse>(mskEvent({ "output-0": [mskRecord(0, 1, aggregate())] }), {
      timeoutMs: 5_000,
    });

    expect(answer.batchItemFailures).toHaveLength(1);
  });
});

describe("check-feature-store, through the AWS SDK", () => {
  const eventTime = Math.floor(Date.now() / 1_000) - 30;
  const online = Object.entries(toFeatureRecord(aggregate({ window_end: eventTime }))).map(([FeatureName, value]) => ({
    FeatureName,
    ValueAsString: String(value),
  }));
  const offline = { ATHENA_WORKGROUP: "analysts", OFFLINE_DATABASE: "features", OFFLINE_TABLE: "aggregates" };
  const status = (State: string) => ({ status: 200, body: { QueryExecution: { Status: { State } } } });
  const row = (...values: string[]) => ({ Data: values.map((VarCharValue) => ({ VarCharValue })) });

  function answerer(states: string[]) {
    return ({ path: url, target }: AwsRequest): AwsAnswer => {
      if (url === "/BatchGetRecord") {
        const found = { FeatureGroupName: "aggregates", RecordIdentifierValueAsString: "AMZN", Record: online };
        return { status: 200, body: { Records: [found], Errors: [], UnprocessedIdentifiers: [] } };
      }
      if (target === "AmazonAthena.StartQueryExecution") return { status: 200, body: { QueryExecutionId: "query-1" } };
      if (target === "AmazonAthena.GetQueryExecution") return status(states.shift() ?? "RUNNING");
      if (target === "AmazonAthena.GetQueryResults")
        return { status: 200, body: { ResultSet: { Rows: [row("rows", "duplicates"), row("120", "4")] } } };
      return ok;
    };
  }

  it("reports count, age, completeness and duplicates, and publishes them", async () => {
    const { running, requests } = await start("check-feature-store", answerer(["QUEUED", "SUCCEEDED"]), {
      TICKERS: "AMZN,MSFT",
      ...offline,
    });

    const report = await running.invoke<QualityReport>({});

    expect(report).toMatchObject({ healthy: false, completeness_percent: 50, offline: { rows: 120, duplicates: 4 } });
    expect(report.tickers.map(({ ticker, present, stale }) => [ticker, present, stale])).toEqual([
      ["AMZN", true, false],
      ["MSFT", false, false],
    ]);
    expect(requests.find(({ target }) => target.endsWith("StartQueryExecution"))!.body).toMatchObject({
      WorkGroup: "analysts",
      QueryExecutionContext: { Database: "features" },
    });
    expect(running.log().find((line) => "FeatureDuplicates" in line)).toMatchObject({
      FeatureDuplicates: 4,
      FeatureRecordCount: 1,
      FeatureRecordsMissing: 1,
    });
  });

  it("still reports the online store, in time, when Athena is too slow", async () => {
    const { running, requests } = await start("check-feature-store", answerer([]), { TICKERS: "AMZN", ...offline });

    const report = await running.invoke<QualityReport>({}, { timeoutMs: 9_000 });

    expect(report).toMatchObject({ healthy: true, offline: { error: expect.stringContaining("was still RUNNING") } });
    expect(requests.map(({ target }) => target)).toContain("AmazonAthena.StopQueryExecution");
  });

  it("lists what is wrong with its environment", async () => {
    const { running } = await start("check-feature-store", () => ok, { TICKERS: "amzn", MAX_AGE_SECONDS: "0" });

    await expect(running.invoke({})).rejects.toThrow(/TICKERS is "amzn"[\s\S]*MAX_AGE_SECONDS is "0"/);
  });
});
