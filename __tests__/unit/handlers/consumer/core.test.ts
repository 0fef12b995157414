import { inspect, type TopicReader } from "../../../../handlers/consumer/core";
import { readRequest } from "../../../../handlers/consumer/event";
import { type RawRecord, Reading } from "../../../../handlers/consumer/report";
import { aggregate, deadlineIn } from "../support";

const record = (partition: number, offset: number, value: unknown = aggregate()): RawRecord => ({
  partition,
  offset: BigInt(offset),
  timestamp: "1700000000000",
  key: "AMZN",
  value: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)),
  headers: { correlation_id: "trace-1" },
});

describe("Reading", () => {
  const spans = [{ partition: 0, start: 5n, end: 8n }];

  it("takes records once, from the start on, up to the limit", () => {
    const reading = new Reading("output", spans, 2);
    for (const offset of [4, 5, 5, 6, 7]) reading.take(record(0, offset));
    reading.take(record(1, 9));

    const report = reading.report("limit");

    expect(report.records.map(({ offset }) => offset)).toEqual(["5", "6"]);
    expect(report).toMatchObject({ read: 2, behind: 1, next_offsets: { "0": "7" } });
  });

  it("is complete once everything up to the end was seen, records or not", () => {
    const reading = new Reading("output", spans, 10);
    reading.take(record(0, 5));
    expect(reading.complete).toBe(false);
    reading.passed(0, 8n);
    expect(reading.complete).toBe(true);
    expect(reading.report("end")).toMatchObject({ read: 1, behind: 0 });
  });

  it("does not skip records that did not fit", () => {
    const reading = new Reading("output", spans, 1);
    reading.take(record(0, 5));
    reading.passed(0, 8n);
    expect(reading.report("limit").next_offsets).toEqual({ "0": "6" });
  });

  it("takes no more than fit an answer of 6 MB, and continues there the next time", () => {
    const reading = new Reading("dlq", [{ partition: 0, start: 0n, end: 9_999n }], 5_000, false);
    const headers = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`h${index}`, "x".repeat(1_000)]));
    for (let offset = 0; offset < 5_000; offset++)
      reading.take({ ...record(0, offset, "y".repeat(1_000)), key: "k".repeat(100_000), headers });

    const report = reading.report("limit");

    expect(reading.full).toBe(true);
    expect(report.read).toBeGreaterThan(100);
    expect(report.next_offsets).toEqual({ "0": `${report.read}` });
    expect(Buffer.byteLength(JSON.stringify(report))).toBeLessThan(6_000_000);
    expect(Buffer.byteLength(JSON.stringify(report))).toBeGreaterThan(5_000_000);
  });

  it("counts and shows records that break the contract", () => {
    const reading = new Reading("output", spans, 10);
    reading.take(record(0, 5, "{oops"));
    reading.take(record(0, 6, aggregate({ record_count: 0 })));
    reading.take({ ...record(0, 7), value: null });

    const { invalid, records } = reading.report("end");

    expect(invalid).toBe(3);
    expect(records[0]).toMatchObject({ offset: "5", headers: { correlation_id: "trace-1" }, text: "{oops" });
    expect(records[1]).toMatchObject({ problem: expect.stringMatching(/^record_count: /) });
    expect(records[2]).toMatchObject({ text: "" });
  });
});

describe("inspect", () => {
  const reader = (overrides: Partial<TopicReader> = {}): TopicReader => ({
    ranges: async () => [{ partition: 0, low: 0n, high: 2n }],
    offsetsAt: async () => new Map(),
    read: async (_, __, reading) => {
      reading.take(record(0, 0));
      reading.take(record(0, 1, "broken"));
      return "end";
    },
    ...overrides,
  });
  const run = (event: unknown, overrides?: Partial<TopicReader>) =>
    inspect(readRequest(event), { reader: reader(overrides), deadline: deadlineIn(5_000), outputTopic: "output" });

  it("reports what was read and measures it", async () => {
    const { result, measurements } = await run({ from: "earliest" });

    expect(result).toMatchObject({ topic: "output", ended: "end", read: 2, invalid: 1 });
    expect(measurements).toEqual({ RecordsRead: 2, RecordsInvalid: 1, RecordsBehind: 0 });
  });

  it("shows records of another topic as they are, and does not measure them", async () => {
    const { result, measurements } = await run({ topic: "dlq", from: "earliest" });

    expect(result).toMatchObject({ topic: "dlq", read: 2, invalid: 0 });
    expect(result.records[1]).toEqual({
      partition: 0,
      offset: "1",
      timestamp: "1700000000000",
      key: "AMZN",
      headers: { correlation_id: "trace-1" },
      text: "broken",
    });
    expect(measurements).toEqual({});
  });

  it("does not join the group when there is nothing to read", async () => {
    const read = jest.fn();
    const { result } = await run({}, { read, ranges: async () => [{ partition: 0, low: 7n, high: 7n }] });

    expect(result).toMatchObject({ ended: "end", read: 0, next_offsets: { "0": "7" } });
    expect(read).not.toHaveBeenCalled();
  });

  it("looks offsets up for a time", async () => {
    const offsetsAt = jest.fn(async () => new Map([[0, 1n]]));
    const { result } = await run({ from: { timestamp: 1_700_000_000_000 } }, { offsetsAt });

    expect(offsetsAt).toHaveBeenCalledWith("output", 1_700_000_000_000);
    expect(result.partitions).toEqual([{ partition: 0, start: "1", position: "2", end: "2" }]);
  });

  it("waits for new records only with latest", async () => {
    const read = jest.fn(async () => "waited" as const);
    await run({ from: "latest", wait_seconds: 7 }, { read });
    await run({ from: "earliest" }, { read });

    const limits = read.mock.calls.map((call) => (call as unknown[])[3]);
    expect(limits).toMatchObject([{ waitMs: 7_000 }, { waitMs: undefined }]);
  });
});
