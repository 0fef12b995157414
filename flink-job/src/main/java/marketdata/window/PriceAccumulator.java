package marketdata.window;

import marketdata.contract.StockAggregate;

/** What is kept of trades of one ticker in one window ({@link TradeTotals}). Two of them merge into what one would have been. */
public class PriceAccumulator {
  /** Volumes end here: beyond 2^53-1 JSON readers stop agreeing. */
  static final long MAX_VOLUME = (1L << 53) - 1;

  /** Trades. */
  public long count;
  /** Sum of their prices. */
  public CompensatedSum prices = new CompensatedSum();
  /** Lowest price. */
  public double min;
  /** Highest price. */
  public double max;
  /** Sum of the traded volumes, at most {@link #MAX_VOLUME}. */
  public long volume;
  /** First trade by timestamp, partition and offset. */
  public Tick open;
  /** Last trade by timestamp, partition and offset. */
  public Tick close;
  /** Correlation id of the closing trade, as {@link marketdata.CorrelationId#carried} allows; null when it has none. */
  public String correlationId;

  /** Counts what another one has counted, which must not be used any more. */
  public void merge(PriceAccumulator other) {
    count += other.count;
    prices.add(other.prices);
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    volume = saturated(volume, other.volume);
    if (other.open.compareTo(open) < 0) {
      open = other.open;
    }
    if (close.compareTo(other.close) < 0) {
      close = other.close;
      correlationId = other.correlationId;
    }
  }

  /** The sum of two volumes. */
  static long saturated(long left, long right) {
    return Math.min(left + right, MAX_VOLUME);
  }

  /** The aggregate of the window from {@code start} to {@code end}, in unix seconds. */
  public StockAggregate toAggregate(String ticker, long start, long end) {
    StockAggregate aggregate = new StockAggregate();
    aggregate.setTicker(ticker);
    aggregate.setWindowStart(start);
    aggregate.setWindowEnd(end);
    aggregate.setRecordCount(count);
    aggregate.setPriceSum(prices.value());
    // Rounding must not carry a mean past the prices that it is the mean of.
    aggregate.setPriceAvg(Math.max(min, Math.min(max, prices.value() / count)));
    aggregate.setPriceMin(min);
    aggregate.setPriceMax(max);
    aggregate.setPriceOpen(open.price);
    aggregate.setPriceClose(close.price);
    aggregate.setVolumeSum(volume);
    return aggregate;
  }
}
