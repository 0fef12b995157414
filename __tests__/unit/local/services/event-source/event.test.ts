import { invocationRecord } from "../../../../../local/services/event-source/destination";
import { mskEvent } from "../../../../../local/services/event-source/event";
import { retryRules } from "../../../../../local/services/event-source/workers";
import { record, recordsAt } from "../records";

const ARN = "arn:aws:kafka:us-east-1:000000000000:cluster/a/b";

describe("mskEvent", () => {
  it("has the records by partition, in base64, with signed header bytes", () => {
    const header = { name: "correlation_id", value: Buffer.from([0x61, 0xc3, 0xa9]) };
    const one = record({ offset: 7, value: "{}", key: Buffer.from("AMZN"), headers: [header] });
    expect(mskEvent(ARN, "b:9098", [one, ...recordsAt(1, 3)])).toMatchObject({
      eventSource: "aws:kafka",
      eventSourceArn: ARN,
      bootstrapServers: "b:9098",
      records: {
        "ticks-0": [
          {
            topic: "ticks",
            partition: 0,
            offset: 7,
            timestamp: 1_700_000_000_000,
            timestampType: "CREATE_TIME",
            key: Buffer.from("AMZN").toString("base64"),
            value: Buffer.from("{}").toString("base64"),
            headers: [{ correlation_id: [0x61, -61, -87] }],
          },
        ],
        "ticks-1": [{ partition: 1, offset: 3, headers: [] }],
      },
    });
  });

  it("leaves out the value of a tombstone", () => {
    const [one] = mskEvent(ARN, "b", [record({ value: null })]).records["ticks-0"] ?? [];
    expect(one).not.toHaveProperty("value");
  });
});

describe("invocationRecord", () => {
  it("tells what was given up, why and from where to where", () => {
    const discarded = { records: recordsAt(0, 4, 5, 6), reason: "RetryAttemptsExhausted", attempts: 3 } as const;
    const mapping = { UUID: "u", FunctionArn: "f", EventSourceArn: ARN };
    expect(invocationRecord(mapping, "b", discarded)).toMatchObject({
      requestContext: { functionArn: "f", condition: "RetryAttemptsExhausted", approximateInvokeCount: 3 },
      KafkaBatchInfo: { batchSize: 3, recordInfo: { "ticks-0": { firstRecordOffset: "4", lastRecordOffset: "6" } } },
      payload: { records: { "ticks-0": [{ offset: 4 }, { offset: 5 }, { offset: 6 }] } },
    });
  });
});

describe("retryRules", () => {
  it("takes -1 and absent for without limit", () => {
    const mapping = { UUID: "u", FunctionArn: "f", MaximumRetryAttempts: -1 };
    expect(retryRules(mapping)).toEqual({
      maxAttempts: undefined,
      maxAgeMs: undefined,
      bisect: false,
      partialFailures: false,
    });
  });

  it("takes zero retries for zero", () => {
    const mapping = { UUID: "u", FunctionArn: "f", MaximumRetryAttempts: 0, MaximumRecordAgeInSeconds: 60 };
    expect(retryRules(mapping)).toMatchObject({ maxAttempts: 0, maxAgeMs: 60_000 });
  });
});
