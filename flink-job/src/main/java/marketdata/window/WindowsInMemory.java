package marketdata.window;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Windows that {@link MergeWindows} holds outside the state, in the order in which they end; one for each ticker and end. */
final class WindowsInMemory {
  /** By end, in unix seconds, and ticker; no end is without a ticker. */
  private final NavigableMap<Long, Map<String, PartialWindow>> byEnd = new TreeMap<>();
  private int size;

  /** Merges a part into its window. It must not be used any more. */
  void add(PartialWindow partial) {
    PartialWindow before = byEnd.computeIfAbsent(partial.end, end -> new HashMap<>()).putIfAbsent(partial.ticker, partial);
    if (before != null) {
      before.merge(partial);
    } else {
      size++;
    }
  }

  int size() {
    return size;
  }

  /** One ticker's window, which stays, or null. */
  PartialWindow get(long end, String ticker) {
    Map<String, PartialWindow> windows = byEnd.get(end);
    return windows == null ? null : windows.get(ticker);
  }

  /** Takes one ticker's window, or null. */
  PartialWindow take(long end, String ticker) {
    Map<String, PartialWindow> windows = byEnd.get(end);
    PartialWindow window = windows == null ? null : windows.remove(ticker);
    if (window != null) {
      size--;
      if (windows.isEmpty()) {
        byEnd.remove(end);
      }
    }
    return window;
  }

  /** Takes the windows that end first, if they are over at this event time, in unix milliseconds; else none. */
  Collection<PartialWindow> takeOver(long timeMs) {
    if (byEnd.isEmpty() || PartialWindow.lastMillisecond(byEnd.firstKey()) > timeMs) {
      return List.of();
    }
    Collection<PartialWindow> over = byEnd.pollFirstEntry().getValue().values();
    size -= over.size();
    return over;
  }

  /** @param endSeconds end of the newest window to be removed, in unix seconds */
  void removeThoseThatEndBy(long endSeconds) {
    while (!byEnd.isEmpty() && byEnd.firstKey() <= endSeconds) {
      size -= byEnd.pollFirstEntry().getValue().size();
    }
  }

  List<PartialWindow> takeAll() {
    List<PartialWindow> all = new ArrayList<>(size);
    byEnd.values().forEach(windows -> all.addAll(windows.values()));
    byEnd.clear();
    size = 0;
    return all;
  }
}
