import fc from "fast-check";
import { StockAggregate } from "../../../../contracts/stock-aggregate";
import { MskRecord, readMskEvent } from "../../../../handlers/shared/msk-event";
import { aggregate, mskEvent, mskRecord } from "../support";

describe("readMskEvent", () => {
  it("answers each partition's records under AWS's name of the partition", () => {
    const event = mskEvent({
      "my-topic-0": [mskRecord(0, 7, aggregate())],
      "my-topic-1": [mskRecord(1, 3, aggregate())],
    });

    const batches = readMskEvent(event);

    expect(batches.map(({ partition, records }) => [partition, records.map(({ offset }) => offset)])).toEqual([
      ["my-topic-0", [7]],
      ["my-topic-1", [3]],
    ]);
  });

  it.each([
    ["another source", { ...mskEvent({}), eventSource: "aws:sqs" }],
    ["no records", { eventSource: "aws:kafka" }],
    ["a partition without a number", mskEvent({ topic: [] })],
    ["nothing", undefined],
  ])("refuses %s", (_, event) =>
    expect(() => readMskEvent(event)).toThrow(/Expected the event of an Amazon MSK event source/),
  );
});

describe("a record", () => {
  const read = (raw: unknown) => MskRecord.of("output-0", raw).read(StockAggregate);

  it("has its value, its origin and its correlation id", () => {
    const headers = [{ other: [1] }, { correlation_id: [...Buffer.from("trace-1")] }];
    const record = MskRecord.of("output-2", mskRecord(2, 41, aggregate(), headers));

    expect(record.read(StockAggregate)).toEqual({ ok: true, value: aggregate() });
    expect(record.source).toBe("output/2/41");
    expect(record.correlationId).toBe("trace-1");
  });

  it.each([
    ["broken JSON", mskRecord(0, 1, Buffer.from("{oops")), "not JSON in UTF-8"],
    ["bytes that are no UTF-8", mskRecord(0, 1, Buffer.from([0x22, 0xff, 0xfe, 0x22])), "not JSON in UTF-8"],
    ["a tombstone", { ...mskRecord(0, 1, {}), value: null }, "the value is empty"],
    ["a broken contract", mskRecord(0, 1, aggregate({ price_min: -1, ticker: "amzn" })), /ticker: .*; price_min: /],
    ["an unknown envelope", { offset: 1 }, "envelope"],
  ])("says what is wrong with %s", (_, raw, problem) => {
    const result = read(raw);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.problem).toMatch(problem);
  });

  it("keeps its offset when only the rest of the envelope is broken", () => {
    expect(MskRecord.of("output-0", { offset: 9, topic: 1 })).toMatchObject({ offset: 9, partition: "output-0" });
  });

  it("can be read without an exception whatever its bytes are", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(read(mskRecord(0, 1, Buffer.from(bytes))).ok).toBe(false);
      }),
    );
  });

  it("can be read without an exception whatever stands in its place", () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        const record = MskRecord.of("output-0", raw);
        expect(record.read(StockAggregate).ok).toBe(false);
        expect(record.source).toMatch(/^.+\/(\d+|\?)$/);
      }),
    );
  });

  it("gives back every aggregate that fulfils the contract", () => {
    const price = fc.double({ min: 0.01, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(price, fc.nat(), fc.stringMatching(/^[A-Z][A-Z0-9.-]{0,11}$/), (price_avg, volume_sum, ticker) => {
        const value = aggregate({ price_avg, volume_sum, ticker });
        expect(read(mskRecord(0, 1, value))).toEqual({ ok: true, value });
      }),
    );
  });
});
