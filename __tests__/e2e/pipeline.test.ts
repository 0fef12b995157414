import * as net from "node:net";
import type { Kafka } from "kafkajs";
import { DeadLetterHeaders } from "../../contracts/dead-letter";
import { StockAggregate } from "../../contracts/stock-aggregate";
import { namedQueries } from "../../stacks/lake/queries";
import { aggregates, expectAggregates } from "./support/expected";
import { feature } from "./support/feature";
import { lakeRows } from "./support/lake";
import { type Endpoints, endpoints, eventually, npm } from "./support/laptop";
import {
  flush,
  invalidTrades,
  messages,
  minuteWithTimeLeft,
  prices,
  SECONDS_UNTIL_RESULTS,
  TICKERS,
} from "./support/market";
import { secondPlans } from "./support/plans";
import { Replay } from "./support/replay";
import { savedQueries } from "./support/saved-queries";
import { kafkaClient, readAll } from "./support/topics";

const isOurs = (ticker: string | undefined) => (TICKERS as readonly string[]).includes(ticker ?? "");

describe("the pipeline on a laptop", () => {
  let laptop: Endpoints;
  let kafka: Kafka;
  let expected: StockAggregate[];

  beforeAll(async () => {
    const { code, output } = await npm("start", "--", "--detach", "--fresh");
    if (code !== 0) throw new Error(`npm start failed:\n${output.slice(-4000)}`);
    laptop = endpoints();
    kafka = kafkaClient(laptop.kafka.bootstrap);
  });

  afterAll(async () => {
    await npm("stop");
  });

  it("is healthy in every part once it has started", async () => {
    const { code, output } = await npm("run", "status");
    expect({ code, output }).toMatchObject({ code: 0 });
  });

  it("says so when it is started again", async () => {
    const { code, output } = await npm("start", "--", "--detach");
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/already running/i) });
  });

  it("turns prices into the aggregates that a plain computation gives", async () => {
    const { input, output } = laptop.kafka.topics;
    const start = await minuteWithTimeLeft();
    const sent = prices(start);
    expected = aggregates(sent);
    const admin = kafka.admin();
    await admin.connect();
    const partitions = (await admin.fetchTopicOffsets(input)).length;
    await admin.disconnect();

    const producer = kafka.producer({ idempotent: true });
    await producer.connect();
    await producer.send({ topic: input, acks: -1, messages: messages(sent) });
    await producer.send({ topic: input, acks: -1, messages: flush(start, partitions) });
    await producer.disconnect();

    await eventually("aggregates", SECONDS_UNTIL_RESULTS, async () => {
      const records = (await readAll(kafka, output)).filter(({ key }) => isOurs(key));
      expectAggregates(
        records.map(({ value }) => StockAggregate.parse(JSON.parse(String(value)))),
        expected,
      );
      for (const { key, value } of records) expect(JSON.parse(String(value)).ticker).toBe(key);
    });
  });

  it("keeps what it refuses: the bytes, the headers, and why", async () => {
    const { input, dlq } = laptop.kafka.topics;
    const bad = invalidTrades(Math.floor(Date.now() / 1000));
    const producer = kafka.producer({ idempotent: true });
    await producer.connect();
    await producer.send({ topic: input, acks: -1, messages: bad.map(({ record }) => record) });
    await producer.disconnect();

    const letters = await eventually("dead letters", 90, async () => {
      const found = (await readAll(kafka, dlq)).filter(({ headers }) => headers.origin === "e2e");
      expect(found).toHaveLength(bad.length);
      return found;
    });
    for (const { reason, record } of bad) {
      const letter = letters.find(({ key }) => key === record.key)!;
      const value = record.value === null ? null : Buffer.from(record.value as string | Buffer);
      expect(letter.value).toEqual(value);
      expect(letter.headers).toMatchObject({ correlation_id: record.headers?.correlation_id, "dlq.reason": reason });
      expect(DeadLetterHeaders.parse(letter.headers)["dlq.source"]).toMatch(new RegExp(`^${input}/\\d+/\\d+$`));
    }
  });

  it("stores every aggregate once in the lake, as Parquet", async () => {
    await eventually("the lake", 120, async () => expectAggregates(await lakeRows(laptop, TICKERS), expected));
  });

  it("answers every query that is saved in Athena", async () => {
    const ran = await savedQueries(laptop);
    expect(ran.map(({ name }) => name).sort()).toHaveLength(Object.keys(namedQueries("any")).length);
    for (const query of ran) expect(query).toMatchObject({ state: "SUCCEEDED", reason: "" });
    const [latest] = ran.filter(({ name }) => name.endsWith("latest-aggregates"));
    expect(latest?.rows).toBeGreaterThanOrEqual(expected.length);
  });

  it("stores the newest aggregate of a ticker as its feature", async () => {
    for (const ticker of TICKERS) {
      const newest = expected.filter((row) => row.ticker === ticker).sort((a, b) => b.window_end - a.window_end)[0]!;
      await eventually(`the feature of ${ticker}`, 60, async () => {
        const stored = await feature(laptop, ticker);
        expect(Number(stored?.event_time)).toBe(newest.window_end);
        expect(Number(stored?.record_count)).toBe(newest.record_count);
        expect(Number(stored?.volume_sum)).toBe(newest.volume_sum);
        expect(Number(stored?.price_close)).toBeCloseTo(newest.price_close, 9);
      });
    }
  });

  it("replays a refused record once it is corrected, and once only", async () => {
    const replay = await Replay.of("invalid_ticker");
    expect(await replay.list()).toMatchObject({ code: 0, output: expect.stringMatching(/1 dead letters\n +1 {2}inv/) });
    expect(await replay.list("--partition", "9")).toMatchObject({
      code: 1,
      output: expect.stringContaining("-replay failed: partition is 9; stock-prices-dlq has 0"),
    });
    const { places } = await replay.export();
    expect(await replay.publish("--confirm")).toMatchObject({
      code: 1,
      output: expect.stringMatching(/line 1: ticker is "amzn"; .*\nNothing was published/),
    });
    await replay.correct({ ticker: "E2E.FIXED", timestamp: Math.floor(Date.now() / 1000) });
    const trial = await replay.publish();
    expect(trial).toEqual({
      code: 0,
      output: `1 would be published to ${laptop.kafka.topics.input}; --confirm does it.\n`,
    });
    expect(await replay.publish("--confirm")).toMatchObject({
      code: 0,
      output: expect.stringContaining("1 were publ"),
    });
    const again = await replay.publish("--confirm");
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining("1 were published before") });
    await replay.end();

    const records = await readAll(kafka, laptop.kafka.topics.input);
    const replaced = records.flatMap(({ headers }) => headers["replay.of"] ?? []);
    expect(replaced).toEqual(places);
  });

  it("is what Terraform deployed: a second plan of every stack changes nothing", async () => {
    const plans = await secondPlans();
    expect(plans.map(({ stack }) => stack)).toHaveLength(7);
    expect(plans.filter(({ changes }) => changes !== undefined)).toEqual([]);
  });

  it("leaves no process and no port behind when it is stopped", async () => {
    const { code, output } = await npm("stop");
    expect({ code, output }).toMatchObject({ code: 0 });
    const addresses = [laptop.kafka.bootstrap, laptop.kafka.bootstrap_iam];
    const urls = [laptop.aws.endpoint_url, laptop.flink.ui, laptop.feature_store.endpoint_url];
    for (const address of [...addresses, ...urls.map((url) => new URL(url).host)]) {
      await expect(connects(address)).resolves.toBe(false);
    }
  });
});

function connects(address: string): Promise<boolean> {
  const [host, port] = address.split(":");
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), host);
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
