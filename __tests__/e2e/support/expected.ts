import type { StockAggregate } from "../../../contracts/stock-aggregate";
import type { StockPrice } from "../../../contracts/stock-price";

/** The aggregates of the prices, computed the plain way: collect, sort, fold. Knows nothing of the job. */
export function aggregates(prices: readonly StockPrice[]): StockAggregate[] {
  const windows = new Map<string, StockPrice[]>();
  for (const price of prices) {
    const start = Math.floor(price.timestamp / 60) * 60;
    const id = `${price.ticker} ${start}`;
    windows.set(id, [...(windows.get(id) ?? []), price]);
  }
  return [...windows.values()].map((window) => {
    const byTime = [...window].sort((a, b) => a.timestamp - b.timestamp);
    const values = window.map(({ price }) => price);
    const sum = values.reduce((total, value) => total + value, 0);
    const start = Math.floor(byTime[0]!.timestamp / 60) * 60;
    return {
      ticker: byTime[0]!.ticker,
      window_start: start,
      window_end: start + 60,
      record_count: window.length,
      price_sum: sum,
      price_avg: sum / window.length,
      price_min: Math.min(...values),
      price_max: Math.max(...values),
      price_open: byTime[0]!.price,
      price_close: byTime.at(-1)!.price,
      volume_sum: window.reduce((total, { volume }) => total + volume, 0),
    };
  });
}

const order = (a: StockAggregate, b: StockAggregate) =>
  a.ticker.localeCompare(b.ticker) || a.window_start - b.window_start;

/** Equal up to the order of rows and the last digits of sums, which depend on the order of arrival. */
export function expectAggregates(actual: readonly StockAggregate[], expected: readonly StockAggregate[]): void {
  const rounded = (rows: readonly StockAggregate[]) =>
    [...rows].sort(order).map((row) => ({
      ...row,
      price_sum: Number(row.price_sum.toPrecision(9)),
      price_avg: Number(row.price_avg.toPrecision(9)),
    }));
  expect(rounded(actual)).toEqual(rounded(expected));
}
