import type {
  BatchGetRecordCommand,
  BatchGetRecordCommandOutput,
} from "@aws-sdk/client-sagemaker-featurestore-runtime";
import { readOnlineRecords } from "../../../../handlers/check-feature-store/online-store";
import { fakeTime } from "../support";

type Answer = Partial<BatchGetRecordCommandOutput>;

/** A store that answers each call as configured, and records the tickers that were asked for. */
function store(answer: (tickers: string[], call: number) => Answer) {
  const asked: string[][] = [];
  const send = async ({ input }: BatchGetRecordCommand): Promise<BatchGetRecordCommandOutput> => {
    const tickers = input.Identifiers?.[0]?.RecordIdentifiersValueAsString ?? [];
    asked.push(tickers);
    return { Records: [], Errors: [], UnprocessedIdentifiers: [], $metadata: {}, ...answer(tickers, asked.length) };
  };
  const read = (tickers: string[]) => {
    const time = fakeTime();
    return readOnlineRecords({ send }, "aggregates", tickers, time.deadlineIn(60_000), time.sleep);
  };
  return { asked, read };
}

const record = (ticker: string) => ({
  FeatureGroupName: "aggregates",
  RecordIdentifierValueAsString: ticker,
  Record: [{ FeatureName: "ticker", ValueAsString: ticker }],
});

describe("readOnlineRecords", () => {
  it("answers the records that exist, by ticker", async () => {
    const { read } = store(() => ({ Records: [record("AMZN")] }));
    await expect(read(["AMZN", "MSFT"])).resolves.toEqual(new Map([["AMZN", { ticker: "AMZN" }]]));
  });

  it("asks for at most 100 at a time", async () => {
    const { read, asked } = store((tickers) => ({ Records: tickers.map(record) }));
    const found = await read(Array.from({ length: 230 }, (_, index) => `T${index}`));

    expect(found.size).toBe(230);
    expect(asked.map((tickers) => tickers.length)).toEqual([100, 100, 30]);
  });

  it("asks again for what was left unprocessed, and keeps the rest", async () => {
    const left = { FeatureGroupName: "aggregates", RecordIdentifiersValueAsString: ["MSFT"] };
    const { read, asked } = store((tickers, call) => ({
      Records: [record(tickers[0]!)],
      UnprocessedIdentifiers: call === 1 ? [left] : [],
    }));

    expect([...(await read(["AMZN", "MSFT"])).keys()]).toEqual(["AMZN", "MSFT"]);
    expect(asked).toEqual([["AMZN", "MSFT"], ["MSFT"]]);
  });

  it("gives up when identifiers stay unprocessed", async () => {
    const left = { FeatureGroupName: "aggregates", RecordIdentifiersValueAsString: ["AMZN"] };
    const { read, asked } = store(() => ({ UnprocessedIdentifiers: [left] }));

    await expect(read(["AMZN"])).rejects.toThrow("unprocessed");
    expect(asked).toHaveLength(5);
  });

  it("fails with the store's reason, which must not look like a missing record", async () => {
    const refusal = {
      FeatureGroupName: "aggregates",
      RecordIdentifierValueAsString: "AMZN",
      ErrorCode: "x",
      ErrorMessage: "no access",
    };
    const { read } = store(() => ({ Errors: [refusal] }));
    await expect(read(["AMZN"])).rejects.toThrow("Feature Store refused AMZN: no access");
  });
});
