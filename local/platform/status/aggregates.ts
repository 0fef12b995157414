import { setTimeout as sleep } from "node:timers/promises";
import type { Consumer } from "kafkajs";
import { StockAggregate } from "../../../contracts/stock-aggregate";
import { lookingClient } from "./topics";

/** So many of a partition's last records hold every ticker's newest window with ease. */
const RECORDS_BACK = 60;
const LONGEST_MS = 4_000;
const QUIET_MS = 500;

/** The newest aggregate of every ticker, by ticker; reads the end of the topic and leaves no consumer group behind. */
export async function newestAggregates(bootstrap: string, topic: string): Promise<StockAggregate[]> {
  const kafka = lookingClient(bootstrap);
  const admin = kafka.admin();
  const groupId = `status-${process.pid}-${Date.now()}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 100 });
  await admin.connect();
  try {
    const offsets = (await admin.fetchTopicOffsets(topic)).filter(({ high, low }) => Number(high) > Number(low));
    if (offsets.length === 0) return [];
    const starts = offsets.map(({ partition, high, low }) => ({
      partition,
      offset: String(Math.max(Number(low), Number(high) - RECORDS_BACK)),
    }));
    return newestByTicker(await readFrom(consumer, topic, starts));
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
    await admin.disconnect();
  }
}

async function readFrom(
  consumer: Consumer,
  topic: string,
  starts: readonly { readonly partition: number; readonly offset: string }[],
): Promise<string[]> {
  const values: string[] = [];
  let lastAt = 0;
  await consumer.connect();
  await consumer.subscribe({ topic });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message }) => {
      values.push(String(message.value));
      lastAt = Date.now();
    },
  });
  for (const start of starts) consumer.seek({ topic, ...start });
  const deadline = Date.now() + LONGEST_MS;
  while (Date.now() < deadline && (lastAt === 0 || Date.now() - lastAt < QUIET_MS)) await sleep(50);
  return values;
}

function newestByTicker(values: readonly string[]): StockAggregate[] {
  const newest = new Map<string, StockAggregate>();
  for (const value of values) {
    const aggregate = StockAggregate.parse(JSON.parse(value));
    const known = newest.get(aggregate.ticker);
    if (!known || known.window_end <= aggregate.window_end) newest.set(aggregate.ticker, aggregate);
  }
  return [...newest.values()].sort((a, b) => a.ticker.localeCompare(b.ticker));
}
