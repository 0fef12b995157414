package marketdata.window;

import java.util.function.Consumer;
import marketdata.contract.StockPrice;
import marketdata.input.RawRecord;

/**
 * The windows that {@link PreAggregate} holds. They are bounded in number and bytes by whoever empties them when they are full. It is a hash
 * table of their own, because each trade looks one up: java.util.HashMap needs a key object for ticker and window, and keeps its
 * entries apart from what they hold.
 */
final class HeldWindows {
  /** Bytes of records that are held; one more record may come on top. */
  private static final int MAX_BYTES = 1 << 20;

  /** Windows that are held, of all tickers. */
  private static final int MAX_WINDOWS = 16_384;

  /** Windows of one bucket, which are compared one by one. No bucket gets there by chance, and nobody can choose tickers for one. */
  private static final int MAX_WINDOWS_OF_A_BUCKET = 16;

  /** Twice the windows, so that most buckets have one at most. */
  private static final int BUCKET_BITS = 15;

  private static final int GOLDEN_RATIO = 0x9E3779B9;

  private final long windowSeconds;
  private final LatenessHorizon horizon;
  private final HeldWindow[] buckets = new HeldWindow[1 << BUCKET_BITS];
  private int windows;
  private int bytes;
  /** Whether a bucket has as many windows as it may. */
  private boolean crowded;
  /** Last millisecond of the window that is over first. */
  private long firstEndMs = Long.MAX_VALUE;

  HeldWindows(long windowSeconds, LatenessHorizon horizon) {
    this.windowSeconds = windowSeconds;
    this.horizon = horizon;
  }

  /** @param hash {@link marketdata.input.TickerHash} of the ticker */
  void add(StockPrice trade, int hash, RawRecord raw) {
    bytes += windowOf(trade.getTicker(), hash, trade.getTimestamp() / windowSeconds).add(trade, raw);
  }

  boolean isFull() {
    return bytes >= MAX_BYTES || windows >= MAX_WINDOWS || crowded;
  }

  /** Whether a window is over at this event time, in unix milliseconds. */
  boolean isOneOver(long timeMs) {
    return firstEndMs <= timeMs;
  }

  /** Passes on the windows that are over at this event time, in unix milliseconds, and lets go of them. */
  void passOn(long timeMs, Consumer<PartialWindow> receiver) {
    if (windows == 0) {
      return;
    }
    firstEndMs = Long.MAX_VALUE;
    crowded = false;
    for (int bucket = 0; bucket < buckets.length; bucket++) {
      buckets[bucket] = passOn(buckets[bucket], timeMs, receiver);
    }
  }

  /** The same for one bucket; gives the first of the windows that are left, or null. */
  private HeldWindow passOn(HeldWindow first, long timeMs, Consumer<PartialWindow> receiver) {
    HeldWindow left = null;
    for (HeldWindow window = first; window != null; ) {
      HeldWindow next = window.next;
      if (window.lastMillisecond() <= timeMs) {
        windows--;
        bytes -= window.bytes();
        receiver.accept(window.toPartial());
      } else {
        window.next = left;
        left = window;
        firstEndMs = Math.min(firstEndMs, window.lastMillisecond());
      }
      window = next;
    }
    return left;
  }

  /** @param number of the window, counted from 1970 on */
  private HeldWindow windowOf(String ticker, int hash, long number) {
    long start = number * windowSeconds;
    int bucket = (hash + (int) number) * GOLDEN_RATIO >>> Integer.SIZE - BUCKET_BITS;
    int others = 0;
    for (HeldWindow window = buckets[bucket]; window != null; window = window.next) {
      if (window.start == start && window.ticker.equals(ticker)) {
        return window;
      }
      others++;
    }
    long end = start + windowSeconds;
    HeldWindow added = new HeldWindow(ticker, start, end, horizon.covers(end), buckets[bucket]);
    buckets[bucket] = added;
    windows++;
    crowded |= others + 1 >= MAX_WINDOWS_OF_A_BUCKET;
    firstEndMs = Math.min(firstEndMs, added.lastMillisecond());
    return added;
  }
}
