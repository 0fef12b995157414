import { StockPrice } from "../../../../contracts/stock-price";
import { type PriceMessage, produce } from "../../../../handlers/producer/core";
import { producer } from "../../../../handlers/producer/function";
import { Market } from "../../../../handlers/producer/market";
import { seededRandom } from "../../../../handlers/producer/random";
import { readSettings } from "../../../../handlers/shared/settings";

const NOW = 1_700_000_000_500;
const request = { topic: "prices", tickers: ["AMZN", "MSFT"], count: 50, correlationId: "trace-1" };

function run(seed = 1, send = async (_: string, __: PriceMessage[]) => [{ partition: 2, baseOffset: "40" }]) {
  const sent: PriceMessage[] = [];
  const random = seededRandom(seed);
  const outcome = produce(request, {
    random,
    market: new Market(random),
    now: () => NOW,
    send: (topic, messages) => {
      sent.push(...messages);
      return send(topic, messages);
    },
  });
  return { outcome, sent };
}

describe("produce", () => {
  it("sends valid prices, keyed by ticker, with the correlation id as a header", async () => {
    const { outcome, sent } = run();
    await outcome;

    expect(sent).toHaveLength(50);
    for (const { key, value, headers } of sent) {
      expect(StockPrice.parse(JSON.parse(value)).ticker).toBe(key);
      expect(headers).toEqual({ correlation_id: "trace-1" });
    }
    expect(new Set(sent.map(({ key }) => key))).toEqual(new Set(["AMZN", "MSFT"]));
  });

  it("stamps them in order over the last ten seconds, none ahead of the clock", async () => {
    const { outcome, sent } = run();
    await outcome;
    const timestamps = sent.map(({ value }) => JSON.parse(value).timestamp);

    expect(timestamps).toEqual([...timestamps].sort((a, b) => a - b));
    expect(timestamps[0]).toBe(1_699_999_991);
    expect(timestamps.at(-1)).toBe(1_700_000_000);
  });

  it("repeats itself for the same seed", async () => {
    const [first, second] = [run(5), run(5)];
    await Promise.all([first.outcome, second.outcome]);
    expect(first.sent).toEqual(second.sent);
  });

  it("reports how many records went where", async () => {
    const { result, measurements } = await run().outcome;

    expect(result).toMatchObject({
      topic: "prices",
      correlation_id: "trace-1",
      records: 50,
      base_offsets: { "2": "40" },
    });
    expect(Object.values(result.records_by_ticker).reduce((sum, count) => sum + count, 0)).toBe(50);
    expect(measurements).toEqual({ RecordsProduced: 50, ProduceDuration: 0 });
  });

  it("fails when the brokers do", async () => {
    await expect(run(1, () => Promise.reject(new Error("no leader"))).outcome).rejects.toThrow("no leader");
  });
});

describe("the producer's settings", () => {
  const env = { KAFKA_BOOTSTRAP_BROKERS: "b:9098", AWS_REGION: "us-east-1", INPUT_TOPIC: "prices" };

  it("have the four tickers and 100 records as default", () => {
    expect(readSettings(producer.settings, env)).toMatchObject({
      TICKERS: ["AMZN", "AAPL", "MSFT", "GOOGL"],
      RECORDS_PER_INVOCATION: 100,
    });
  });

  it("refuse what the contract of a price would refuse", () => {
    const read = () => readSettings(producer.settings, { ...env, TICKERS: "amzn", RECORDS_PER_INVOCATION: "0" });
    expect(read).toThrow(/TICKERS is "amzn"/);
    expect(read).toThrow(/RECORDS_PER_INVOCATION is "0"/);
  });
});
