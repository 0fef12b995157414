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
  /** How often the window has been emitted. 0 in what travels, and in the state of versions that kept no window that was over. */
  public long emissions;
  /** Trades in it when it was emitted last. */
  public long emittedCount;

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

  /** Counts the trades of another part, which must not be used any more. */
  void merge(PartialWindow part) {
    prices.merge(part.prices);
  }

  /** Whether there are trades that no emission has counted. */
  boolean hasChanged() {
    return prices.count != emittedCount;
  }

  public String getTicker() {
    return ticker;
  }
}
