import { StockPrice } from "../../contracts/stock-price";
import { gaussian, type Random } from "./random";

/** Prices that the walks of known tickers start from; any other starts at a price of its own between 20 and 500. */
const OPENING_PRICES: Readonly<Record<string, number>> = { AMZN: 178.25, AAPL: 214.4, MSFT: 428.9, GOOGL: 172.6 };

/** Standard deviation of a step's relative change. */
const STEP_VOLATILITY = 0.0008;
/** How far a price may drift from its opening, as a factor in both directions. */
const WIDEST_DRIFT = 1.25;
/** Median and spread of a trade's volume, log-normally distributed, in shares. */
const MEDIAN_VOLUME = 120;
const VOLUME_SPREAD = 0.9;

/** One random walk per ticker. Lives as long as the execution environment, so that prices continue where they were. */
export class Market {
  private readonly walks = new Map<string, { opening: number; price: number }>();

  constructor(private readonly random: Random) {}

  /** The ticker's next trade, which happened at `timestamp` (unix seconds). */
  trade(ticker: string, timestamp: number): StockPrice {
    const volume = Math.max(1, Math.round(MEDIAN_VOLUME * Math.exp(VOLUME_SPREAD * gaussian(this.random))));
    return StockPrice.parse({ ticker, price: this.nextPrice(ticker), volume, timestamp });
  }

  private nextPrice(ticker: string): number {
    const walk = this.walkOf(ticker);
    const moved = walk.price * Math.exp(STEP_VOLATILITY * gaussian(this.random));
    walk.price = Math.min(walk.opening * WIDEST_DRIFT, Math.max(walk.opening / WIDEST_DRIFT, moved));
    return Math.round(walk.price * 100) / 100;
  }

  private walkOf(ticker: string) {
    let walk = this.walks.get(ticker);
    if (!walk) {
      const opening = OPENING_PRICES[ticker] ?? 20 + 480 * this.random();
      walk = { opening, price: opening };
      this.walks.set(ticker, walk);
    }
    return walk;
  }
}
