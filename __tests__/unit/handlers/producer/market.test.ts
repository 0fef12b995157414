import fc from "fast-check";
import { StockPrice } from "../../../../contracts/stock-price";
import { Market } from "../../../../handlers/producer/market";
import { gaussian, seededRandom } from "../../../../handlers/producer/random";

describe("seededRandom", () => {
  it("repeats itself for the same seed only", () => {
    const numbers = (seed: number) => Array.from({ length: 20 }, seededRandom(seed));
    expect(numbers(1)).toEqual(numbers(1));
    expect(numbers(1)).not.toEqual(numbers(2));
  });

  it("is spread evenly over 0 ≤ x < 1", () => {
    const random = seededRandom(7);
    const numbers = Array.from({ length: 20_000 }, random);
    const tenths = Array.from({ length: 10 }, (_, tenth) => numbers.filter((x) => Math.floor(x * 10) === tenth).length);
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(200);
    expect(numbers.every((x) => x >= 0 && x < 1)).toBe(true);
  });
});

describe("gaussian", () => {
  it("has mean 0 and variance 1", () => {
    const random = seededRandom(7);
    const numbers = Array.from({ length: 20_000 }, () => gaussian(random));
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
    const variance = numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });
});

describe("Market", () => {
  it("makes trades that fulfil the contract, for every ticker and seed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.stringMatching(/^[A-Z][A-Z0-9.-]{0,11}$/),
        (seed, ticker) => {
          const trade = new Market(seededRandom(seed)).trade(ticker, 1_700_000_000);
          expect(StockPrice.parse(trade)).toEqual(trade);
          expect(trade).toMatchObject({ ticker, timestamp: 1_700_000_000 });
        },
      ),
    );
  });

  it("moves a price in small steps, whole cents, within a quarter of its opening", () => {
    const market = new Market(seededRandom(3));
    const prices = Array.from({ length: 50_000 }, () => market.trade("AMZN", 1).price);

    const steps = prices.slice(1).map((price, index) => Math.abs(price / prices[index]! - 1));
    expect(Math.max(...steps)).toBeLessThan(0.01);
    expect(new Set(prices).size).toBeGreaterThan(100);
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(178.25 / 1.25 - 0.01);
    expect(Math.max(...prices)).toBeLessThanOrEqual(178.25 * 1.25 + 0.01);
    expect(prices.every((price) => Number.isInteger(Math.round(price * 1e6) / 1e4))).toBe(true);
  });

  it("walks each ticker on its own", () => {
    const market = new Market(seededRandom(3));
    expect(market.trade("AMZN", 1).price).toBeCloseTo(178.25, -1);
    expect(market.trade("MSFT", 1).price).toBeCloseTo(428.9, -1);
  });
});
