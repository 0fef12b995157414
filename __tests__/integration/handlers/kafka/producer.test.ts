import type { ProduceSummary } from "../../../../handlers/producer/core";
import { useKafkaWithFunctions } from "./kafka-with-functions";

const INPUT = "prices";

const rig = useKafkaWithFunctions();

describe("producer", () => {
  it("writes valid, keyed prices with the invocation's correlation id, on one connection for all invocations", async () => {
    await rig().admin.createTopics({ topics: [{ topic: INPUT, numPartitions: 3 }] });
    const producer = await rig().startFunction("producer", {
      INPUT_TOPIC: INPUT,
      TICKERS: "AMZN,MSFT",
      RECORDS_PER_INVOCATION: "40",
    });

    const summary = await producer.invoke<ProduceSummary>({ correlation_id: "trace-1" });
    await producer.invoke({});

    expect(summary).toMatchObject({ topic: INPUT, records: 40, correlation_id: "trace-1" });
    const ranges = await rig().admin.fetchTopicOffsets(INPUT);
    expect(ranges.reduce((sum, { high }) => sum + Number(high), 0)).toBe(80);
    expect(producer.log().find(({ message }) => message === "Sent prices")).toMatchObject({
      correlation_id: "trace-1",
    });
    expect(producer.log().find((line) => "RecordsProduced" in line)).toMatchObject({
      RecordsProduced: 40,
      Failures: 0,
    });
  });

  it("fails with the reason when the topic does not exist, and in time", async () => {
    const producer = await rig().startFunction("producer", { INPUT_TOPIC: "nowhere" });

    await expect(producer.invoke({}, { timeoutMs: 10_000 })).rejects.toThrow(/to nowhere failed: .*create the topic/);
  });

  it("is refused with a wrong secret, and fails in time", async () => {
    const producer = await rig().startFunction("producer", { INPUT_TOPIC: INPUT, AWS_SECRET_ACCESS_KEY: "wrong" });

    await expect(producer.invoke({}, { timeoutMs: 10_000 })).rejects.toThrow(
      /to prices failed: .*kafka-cluster:Connect/,
    );
  });
});
