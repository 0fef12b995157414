import { CORRELATION_ID_HEADER } from "../../contracts/dead-letter";
import type { Outcome } from "../shared/invocation";
import type { producer } from "./function";
import type { Market } from "./market";
import type { Random } from "./random";

/** Seconds over which an invocation's trades are spread: two invocations a minute apart never overlap. */
const SPREAD_SECONDS = 10;

/** A record as it is sent; the key keeps a ticker's trades in order. */
export interface PriceMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Record<string, string>;
}

/** Where records went: the first offset of each partition, and how many. */
export interface ProduceSummary {
  readonly topic: string;
  readonly correlation_id: string;
  readonly records: number;
  readonly records_by_ticker: Record<string, number>;
  /** First offset that was written, by partition. */
  readonly base_offsets: Record<string, string>;
}

/** Sends messages and answers once every in-sync replica has them. */
export type Send = (topic: string, messages: PriceMessage[]) => Promise<{ partition: number; baseOffset?: string }[]>;

export interface ProduceRequest {
  readonly topic: string;
  readonly tickers: readonly string[];
  readonly count: number;
  readonly correlationId: string;
}

/** Makes up `count` trades of random tickers, the oldest first, and sends them. */
export async function produce(
  { topic, tickers, count, correlationId }: ProduceRequest,
  { market, random, now, send }: { market: Market; random: Random; now: () => number; send: Send },
): Promise<Outcome<ProduceSummary, keyof typeof producer.metrics>> {
  const startedAt = now();
  const lastSecond = Math.floor(startedAt / 1_000);
  const byTicker: Record<string, number> = {};
  const messages = Array.from({ length: count }, (_, index): PriceMessage => {
    const traded = tickers[Math.floor(random() * tickers.length)]!;
    const age = Math.floor(((count - 1 - index) * SPREAD_SECONDS) / count);
    byTicker[traded] = (byTicker[traded] ?? 0) + 1;
    return {
      key: traded,
      value: JSON.stringify(market.trade(traded, lastSecond - age)),
      headers: { [CORRELATION_ID_HEADER]: correlationId },
    };
  });
  const written = await send(topic, messages);
  return {
    result: {
      topic,
      correlation_id: correlationId,
      records: count,
      records_by_ticker: byTicker,
      base_offsets: Object.fromEntries(written.map(({ partition, baseOffset }) => [partition, baseOffset ?? ""])),
    },
    measurements: { RecordsProduced: count, ProduceDuration: now() - startedAt },
  };
}
