import type { StockAggregate } from "../../../../contracts/stock-aggregate";
import type { StockPrice } from "../../../../contracts/stock-price";

/** A trade with its place in the input topic, which orders trades of one second. */
export interface PlacedTrade extends StockPrice {
  readonly partition: number;
  readonly offset: bigint;
}

/** Windows by ticker and start, in seconds. */
export type Windows = ReadonlyMap<string, StockAggregate>;

export const windowName = ({ ticker, window_start }: Pick<StockAggregate, "ticker" | "window_start">): string =>
  `${ticker} ${window_start}`;

/** The windows of the trades, computed from the contract's words and not from the job's code. */
export function expectedWindows(trades: readonly PlacedTrade[], windowSeconds: number): Windows {
  const groups = new Map<string, PlacedTrade[]>();
  for (const trade of trades) {
    const name = windowName({ ticker: trade.ticker, window_start: startOf(trade, windowSeconds) });
    const group = groups.get(name);
    if (group) group.push(trade);
    else groups.set(name, [trade]);
  }
  return new Map([...groups].map(([name, group]) => [name, aggregate(group.sort(byTime), windowSeconds)]));
}

const startOf = ({ timestamp }: StockPrice, windowSeconds: number): number =>
  Math.floor(timestamp / windowSeconds) * windowSeconds;

function byTime(a: PlacedTrade, b: PlacedTrade): number {
  return a.timestamp - b.timestamp || a.partition - b.partition || Number(a.offset - b.offset);
}

function aggregate(ordered: readonly PlacedTrade[], windowSeconds: number): StockAggregate {
  const prices = ordered.map(({ price }) => price);
  const [first, last] = [ordered[0]!, ordered.at(-1)!];
  const sum = prices.reduce((total, price) => total + price, 0);
  const start = startOf(first, windowSeconds);
  return {
    ticker: first.ticker,
    window_start: start,
    window_end: start + windowSeconds,
    record_count: ordered.length,
    price_sum: sum,
    price_avg: sum / ordered.length,
    price_min: Math.min(...prices),
    price_max: Math.max(...prices),
    price_open: first.price,
    price_close: last.price,
    volume_sum: ordered.reduce((total, { volume }) => total + volume, 0),
  };
}
