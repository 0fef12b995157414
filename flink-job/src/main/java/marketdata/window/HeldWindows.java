package marketdata.window;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import marketdata.contract.StockPrice;
import marketdata.input.RawRecord;

/** The windows that {@link PreAggregate} holds. They are bounded in number and bytes by whoever empties them when they are full. */
final class HeldWindows {
  /** Bytes of records and headers that are held; one more record may come on top. */
  private static final int MAX_BYTES = 1 << 20;

  /** Windows that are held, of all tickers. */
  private static final int MAX_WINDOWS = 16_384;

  /** Windows of one ticker that are held: a trade's window is looked for among them one by one. */
  private static final int MAX_WINDOWS_OF_A_TICKER = 8;

  private final long windowSeconds;
  private final LatenessHorizon horizon;
  /** By ticker: the first of its windows. */
  private final Map<String, HeldWindow> tickers = new HashMap<>();
  private int windows;
  private int bytes;
  /** Whether a ticker has as many windows as it may. */
  private boolean crowded;
  /** Last millisecond of the window that is over first. */
  private long firstEndMs = Long.MAX_VALUE;

  HeldWindows(long windowSeconds, LatenessHorizon horizon) {
    this.windowSeconds = windowSeconds;
    this.horizon = horizon;
  }

  void add(StockPrice trade, RawRecord raw) {
    bytes += windowOf(trade).add(trade, raw);
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
    firstEndMs = Long.MAX_VALUE;
    crowded = false;
    for (Iterator<Map.Entry<String, HeldWindow>> entries = tickers.entrySet().iterator(); entries.hasNext(); ) {
      Map.Entry<String, HeldWindow> ticker = entries.next();
      HeldWindow left = passOn(ticker.getValue(), timeMs, receiver);
      if (left == null) {
        entries.remove();
      } else {
        ticker.setValue(left);
      }
    }
  }

  /** The same for one ticker; gives the first of the windows that are left, or null. */
  private HeldWindow passOn(HeldWindow first, long timeMs, Consumer<PartialWindow> receiver) {
    HeldWindow left = null;
    for (HeldWindow window = first; window != null; ) {
      HeldWindow next = window.next;
      if (window.lastMillisecond() <= timeMs) {
        receiver.accept(window.toPartial());
        windows--;
        bytes -= window.bytes();
      } else {
        window.next = left;
        left = window;
        firstEndMs = Math.min(firstEndMs, window.lastMillisecond());
      }
      window = next;
    }
    return left;
  }

  private HeldWindow windowOf(StockPrice trade) {
    long start = trade.getTimestamp() - trade.getTimestamp() % windowSeconds;
    HeldWindow first = tickers.get(trade.getTicker());
    int others = 0;
    for (HeldWindow window = first; window != null; window = window.next) {
      if (window.start == start) {
        return window;
      }
      others++;
    }
    long end = start + windowSeconds;
    HeldWindow added = new HeldWindow(trade.getTicker(), start, end, horizon.covers(end), first);
    tickers.put(trade.getTicker(), added);
    windows++;
    crowded |= others + 1 >= MAX_WINDOWS_OF_A_TICKER;
    firstEndMs = Math.min(firstEndMs, added.lastMillisecond());
    return added;
  }
}
