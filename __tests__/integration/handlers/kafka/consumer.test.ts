import type { ReadReport } from "../../../../handlers/consumer/report";
import type { RunningFunction } from "../lambda-runtime";
import { useKafkaWithFunctions } from "./kafka-with-functions";

const OUTPUT = "aggregates";

const rig = useKafkaWithFunctions();

describe("consumer", () => {
  const aggregate = (ticker: string, index: number) => ({
    ticker,
    window_start: 1_700_000_000 + 60 * index,
    window_end: 1_700_000_060 + 60 * index,
    record_count: 2,
    price_sum: 20,
    price_avg: 10,
    price_min: 9,
    price_max: 11,
    price_open: 9,
    price_close: 11,
    volume_sum: 7,
  });
  let consumer: RunningFunction;

  beforeAll(async () => {
    await rig().admin.createTopics({ topics: [{ topic: OUTPUT, numPartitions: 2 }] });
    const producer = rig().kafka.producer({ idempotent: true, transactionalId: "test", maxInFlightRequests: 1 });
    await producer.connect();
    // As the job writes: in transactions, whose markers take offsets of their own.
    for (const partition of [0, 1]) {
      const transaction = await producer.transaction();
      const messages = Array.from({ length: 5 }, (_, index) => ({
        partition,
        key: "AMZN",
        value: JSON.stringify(aggregate("AMZN", index)),
        headers: { correlation_id: `window-${index}` },
      }));
      await transaction.send({ topic: OUTPUT, messages: [...messages, { partition, value: "{broken" }] });
      await transaction.commit();
    }
    await producer.disconnect();
    consumer = await rig().startFunction("consumer", { OUTPUT_TOPIC: OUTPUT, CONSUMER_GROUP: "inspection" });
  }, 60_000);

  it("reads from the beginning to the end and counts what breaks the contract", async () => {
    const report = await consumer.invoke<ReadReport>({ from: "earliest" });

    expect(report).toMatchObject({ topic: OUTPUT, ended: "end", read: 12, invalid: 2, behind: 0 });
    expect(report.next_offsets).toEqual({ "0": "7", "1": "7" });
    expect(report.records.filter((record) => "problem" in record)).toMatchObject([
      { text: "{broken" },
      { text: "{broken" },
    ]);
    expect(report.records[0]).toMatchObject({ headers: { correlation_id: "window-0" }, aggregate: { ticker: "AMZN" } });
  });

  it("continues where the last run ended, and stops at the limit", async () => {
    const part = await consumer.invoke<ReadReport>({ from: { offsets: { "0": "0" } }, limit: 4 });
    const rest = await consumer.invoke<ReadReport>({ from: { offsets: part.next_offsets } });

    expect(part).toMatchObject({ ended: "limit", read: 4, behind: 3 });
    expect(rest).toMatchObject({ ended: "end", read: 2 });
    expect(rest.records[0]!.offset).toBe("4");
  });

  it("reads one partition, and the newest records only, if asked", async () => {
    const report = await consumer.invoke<ReadReport>({ from: { last: 3 }, partition: 1 });

    expect(report.records.map(({ partition, offset }) => [partition, offset])).toEqual([
      [1, "4"],
      [1, "5"],
    ]);
  });

  it("waits for new records with latest, and answers before the function's time-out", async () => {
    const report = await consumer.invoke<ReadReport>({ from: "latest", wait_seconds: 45 }, { timeoutMs: 8_000 });

    expect(report).toMatchObject({ ended: "deadline", read: 0 });
  });

  it("says what is wrong with an event", async () => {
    await expect(consumer.invoke({ from: "yesterday" })).rejects.toThrow(/from: expected "earliest"/);
    await expect(consumer.invoke({ from: "earliest", partition: 9 })).rejects.toThrow(/no partition 9/);
  });
});
