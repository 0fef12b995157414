package marketdata.window;

/** What one subtask has seen of a ticker's window since it last passed it on. */
public class PartialWindow {
  public String ticker;
  /** Start of the window, inclusive, in unix seconds. */
  public long start;
  /** End of the window, exclusive, in unix seconds. */
  public long end;
  public PriceAccumulator prices;
  /**
   * The trades' records one after another ({@link marketdata.input.RawRecord#write}). Null in state, and where none of the trades can be
   * late ({@link LatenessHorizon}).
   */
  public byte[] records;

  /** For Flink's POJO serializer. */
  public PartialWindow() {}

  public PartialWindow(String ticker, long start, long end, PriceAccumulator prices) {
    this.ticker = ticker;
    this.start = start;
    this.end = end;
    this.prices = prices;
  }

  /** The event time, in unix milliseconds, from which on a window is over that ends at {@code endSeconds}. */
  static long lastMillisecond(long endSeconds) {
    return endSeconds * 1000 - 1;
  }

  public String getTicker() {
    return ticker;
  }
}
