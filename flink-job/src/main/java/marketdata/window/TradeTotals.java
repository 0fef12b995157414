package marketdata.window;

/**
 * Adds up trades of one ticker in one window. Its figures are fields of its own, and those of whoever extends it lie beside them: with
 * thousands of tickers each trade finds a window that is in no processor's cache, and one that is spread over objects is fetched piece by piece.
 */
class TradeTotals {
  private long count;
  private double sum;
  private double compensation;
  private double min = Double.POSITIVE_INFINITY;
  private double max;
  private long volume;
  private double openPrice;
  private long openTimestamp = Long.MAX_VALUE;
  private long openOffset;
  private int openPartition;
  private int closePartition;
  private double closePrice;
  private long closeTimestamp = Long.MIN_VALUE;
  private long closeOffset;

  /** Counts a trade. Gives whether it is the closing one so far. Timestamps are unix seconds. */
  final boolean add(double price, long shares, long timestamp, int partition, long offset) {
    count++;
    add(price);
    min = Math.min(min, price);
    max = Math.max(max, price);
    volume = PriceAccumulator.saturated(volume, shares);
    if (Tick.compare(timestamp, partition, offset, openTimestamp, openPartition, openOffset) < 0) {
      openPrice = price;
      openTimestamp = timestamp;
      openPartition = partition;
      openOffset = offset;
    }
    boolean closes = Tick.compare(timestamp, partition, offset, closeTimestamp, closePartition, closeOffset) > 0;
    if (closes) {
      closePrice = price;
      closeTimestamp = timestamp;
      closePartition = partition;
      closeOffset = offset;
    }
    return closes;
  }

  private void add(double price) {
    double total = CompensatedSum.total(sum, price);
    compensation = CompensatedSum.compensation(compensation, sum, price, total);
    sum = total;
  }

  /** What has been counted so far, in the form that merges; there must have been a trade. */
  final PriceAccumulator toAccumulator() {
    PriceAccumulator prices = new PriceAccumulator();
    prices.count = count;
    prices.prices.sum = sum;
    prices.prices.compensation = compensation;
    prices.min = min;
    prices.max = max;
    prices.volume = volume;
    prices.open = new Tick(openPrice, openTimestamp, openPartition, openOffset);
    prices.close = new Tick(closePrice, closeTimestamp, closePartition, closeOffset);
    return prices;
  }
}
