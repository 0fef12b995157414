package marketdata.window;

import marketdata.contract.StockAggregate;

/** What is kept of the trades of one ticker in one window. Two of them merge into what one would have been. */
public class PriceAccumulator {
  /** Volumes end here: beyond 2^53-1 JSON readers stop agreeing. */
  static final long MAX_VOLUME = (1L << 53) - 1;

  public long count;
  public CompensatedSum prices = new CompensatedSum();
  public double min = Double.POSITIVE_INFINITY;
  public double max;
  public long volume;
  public Tick open;
  public Tick close;
  /** Correlation id of the closing trade; null when it has none. */
  public String correlationId;

  /** Counts a trade. Gives whether it is the closing one so far. */
  public boolean add(Tick tick, long shares) {
    count++;
    prices.add(tick.price);
    min = Math.min(min, tick.price);
    max = Math.max(max, tick.price);
    volume = saturated(volume, shares);
    if (open == null || tick.isBefore(open)) {
      open = tick;
    }
    boolean closes = close == null || close.isBefore(tick);
    if (closes) {
      close = tick;
    }
    return closes;
  }

  /** Counts what another one has counted. */
  public void merge(PriceAccumulator other) {
    count += other.count;
    prices.add(other.prices);
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    volume = saturated(volume, other.volume);
    if (other.open.isBefore(open)) {
      open = other.open;
    }
    if (close.isBefore(other.close)) {
      close = other.close;
      correlationId = other.correlationId;
    }
  }

  private static long saturated(long left, long right) {
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
