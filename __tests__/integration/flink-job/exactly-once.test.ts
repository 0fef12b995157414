import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type IHeaders, Kafka, type KafkaMessage, logLevel } from "kafkajs";
import { DeadLetterHeaders } from "../../../contracts/dead-letter";
import { StockAggregate } from "../../../contracts/stock-aggregate";
import type { StockPrice } from "../../../contracts/stock-price";
import { type RunningBroker, startBroker } from "../../../local/platform/broker";
import { buildJob } from "../../../scripts/build-job";
import { JobProcess } from "./job-process";

const PARTITIONS = 3;
const WINDOW = 60;
const FIRST_WINDOW = Math.floor(Date.now() / 1000 / WINDOW) * WINDOW - 10 * WINDOW;
const TICKERS = ["AMZN", "AAPL", "BRK.B"];

let dir: string;
let broker: RunningBroker;
let kafka: Kafka;
let job: JobProcess;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "flink-job-"));
  buildJob();
  broker = await startBroker({ dir: join(dir, "broker") });
  kafka = new Kafka({ brokers: [broker.bootstrap], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await admin.createTopics({
    topics: ["input", "output", "dlq"].map((topic) => ({ topic, numPartitions: PARTITIONS })),
  });
  await admin.disconnect();
  job = new JobProcess(dir, broker, {
    kafka: {
      "bootstrap.servers": broker.bootstrapIam,
      "input.topic": "input",
      "output.topic": "output",
      "dlq.topic": "dlq",
      "group.id": "job",
    },
    // No partition is to be taken for idle while a busy machine has not read it yet.
    job: { "idleness.ms": "600000" },
  });
}, 600_000);

afterAll(async () => {
  await job?.kill();
  await broker?.stop();
  await rm(dir, { recursive: true, force: true });
});

interface Sent {
  readonly value: Buffer | null;
  readonly key?: string;
  readonly headers?: IHeaders;
  readonly partition?: number;
}

async function send(records: readonly Sent[]): Promise<void> {
  const producer = kafka.producer({ idempotent: true });
  await producer.connect();
  await producer.send({ topic: "input", messages: records.map((record) => ({ key: null, ...record })) });
  await producer.disconnect();
}

const sent = (trade: StockPrice, partition?: number): Sent => ({
  key: trade.ticker,
  value: Buffer.from(JSON.stringify(trade)),
  partition,
});

/** Long enough for a reader that has joined to fetch what is there. */
const READING_MS = 3000;

/** All committed records of a topic so far. */
async function committed(topic: string): Promise<KafkaMessage[]> {
  const consumer = kafka.consumer({ groupId: `reader-${randomUUID()}`, readUncommitted: false });
  const messages: KafkaMessage[] = [];
  const joined = new Promise((resolve) => consumer.on(consumer.events.GROUP_JOIN, resolve));
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void messages.push(message) });
    await joined;
    await sleep(READING_MS);
  } finally {
    await consumer.disconnect();
  }
  return messages;
}

async function eventually<T>(read: () => Promise<T>, holds: (value: T) => boolean, withinMs = 120_000): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await read();
    if (holds(value) || Date.now() > deadline) return value;
    await sleep(500);
  }
}

/** Trades of three minutes from `start` seconds on, up to 4 s out of order; the job waits for 5 s. */
function tradesFrom(start: number): StockPrice[] {
  return Array.from({ length: 900 }, (_, index) => ({
    ticker: TICKERS[index % TICKERS.length] ?? "",
    price: 100 + ((index * 7 + start) % 50) / 4,
    volume: index,
    timestamp: FIRST_WINDOW + start + Math.floor(index / 5) + ((index * 31) % 5),
  }));
}
/** The second round goes on in the window that the first one leaves open. */
const ROUNDS = [tradesFrom(0), tradesFrom(170)] as const;

function windowsOf(trades: readonly StockPrice[]): Map<string, { count: number; sum: number; volume: number }> {
  const windows = new Map<string, { count: number; sum: number; volume: number }>();
  for (const { ticker, price, volume, timestamp } of trades) {
    const key = `${ticker} ${timestamp - (timestamp % WINDOW)}`;
    const { count, sum, volume: shares } = windows.get(key) ?? { count: 0, sum: 0, volume: 0 };
    windows.set(key, { count: count + 1, sum: sum + price, volume: shares + volume });
  }
  return windows;
}

const JUNK: readonly { readonly reason: string; readonly value: Buffer | null }[] = [
  { reason: "empty", value: null },
  { reason: "invalid_json", value: Buffer.from([0xff, 0x00, 0x7b]) },
  { reason: "not_an_object", value: Buffer.from("[1]") },
  { reason: "invalid_price", value: Buffer.from('{"ticker":"AMZN","price":-1,"volume":1,"timestamp":1}') },
  { reason: "future", value: Buffer.from('{"ticker":"AMZN","price":1,"volume":1,"timestamp":253402300799}') },
];

test("every record is in one window or one dead letter, once, though the job is killed in between", async () => {
  await job.start();
  await send(ROUNDS[0].map((trade) => sent(trade)));
  await send(JUNK.map(({ value }, index) => ({ value, key: `k${index}`, headers: { correlation_id: `c${index}` } })));
  await job.afterCheckpoints(2);
  await job.kill();
  await send(ROUNDS[1].map((trade) => sent(trade)));
  await job.start();
  const closing = { ticker: "AMZN", price: 1, volume: 1, timestamp: FIRST_WINDOW + 9 * WINDOW };
  await send(Array.from({ length: PARTITIONS }, (_, partition) => sent(closing, partition)));

  const expected = windowsOf(ROUNDS.flat());
  const output = await eventually(
    () => committed("output"),
    (messages) => messages.length >= expected.size,
  );
  const aggregates = output.map(({ value }) => StockAggregate.parse(JSON.parse(String(value))));
  const actual = aggregates.map((a) => [
    `${a.ticker} ${a.window_start}`,
    { count: a.record_count, sum: a.price_sum, volume: a.volume_sum },
  ]);
  expect(actual.sort()).toEqual([...expected].sort());
  expect(output.map(({ key }) => String(key)).sort()).toEqual(aggregates.map(({ ticker }) => ticker).sort());

  const late = sent({ ticker: "AAPL", price: 5, volume: 1, timestamp: FIRST_WINDOW });
  await send([late]);
  const letters = await eventually(
    () => committed("dlq"),
    (messages) => messages.length > JUNK.length,
  );
  const expectedLetters = [
    ...JUNK.map(({ reason, value }, index) => ({ reason, value, key: `k${index}`, correlation: `c${index}` })),
    { reason: "late", value: late.value, key: "AAPL", correlation: undefined },
  ];
  const byReason = (a: { reason: string }, b: { reason: string }) => a.reason.localeCompare(b.reason);
  const actualLetters = letters.map(({ key, value, headers }) => {
    const text = Object.fromEntries(Object.entries(headers ?? {}).map(([name, header]) => [name, String(header)]));
    const { "dlq.reason": reason } = DeadLetterHeaders.parse(text);
    return { reason, value, key: String(key), correlation: text.correlation_id };
  });
  expect(actualLetters.sort(byReason)).toEqual(expectedLetters.sort(byReason));
}, 600_000);
