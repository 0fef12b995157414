package marketdata.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.KeyedStateFunction;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The windows of {@link MergeWindows} that are in the state, by ticker and end. One that no emission has counted as it is has a timer at its
 * end, and one that has been emitted has a timer at the end of its retention. Both kinds are told apart by their milliseconds.
 */
final class StoredWindows {
  /** Part of every snapshot. */
  static final String TIMERS = "user-timers";

  static final TypeSerializer<VoidNamespace> NAMESPACES = VoidNamespaceSerializer.INSTANCE;

  private static final MapStateDescriptor<Long, PartialWindow> WINDOWS =
      new MapStateDescriptor<>("open-windows", Types.LONG, Types.POJO(PartialWindow.class));

  private final MapState<Long, PartialWindow> windows;
  private final ListState<Long> retentionState;
  private final long retentionSeconds;
  /** Whether the snapshot's windows have timers for another retention, or none. */
  private final boolean needsTimers;
  private InternalTimerService<VoidNamespace> timers;

  private StoredWindows(MapState<Long, PartialWindow> windows, ListState<Long> retentionState, long retentionSeconds, boolean needsTimers) {
    this.windows = windows;
    this.retentionState = retentionState;
    this.retentionSeconds = retentionSeconds;
    this.needsTimers = needsTimers;
  }

  static StoredWindows restore(StateInitializationContext context, long retentionSeconds) throws Exception {
    ListState<Long> state = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("retention-s", Types.LONG));
    boolean isSame = false;
    boolean isOther = false;
    for (long one : state.get()) {
      isSame |= one == retentionSeconds;
      isOther |= one != retentionSeconds;
    }
    boolean needsTimers = context.isRestored() && (isOther || !isSame);
    return new StoredWindows(context.getKeyedStateStore().getMapState(WINDOWS), state, retentionSeconds, needsTimers);
  }

  void open(KeyedStateBackend<String> tickers, InternalTimerService<VoidNamespace> timerService) throws Exception {
    timers = timerService;
    if (needsTimers) {
      forEachTicker(tickers, windowsOfTicker -> windowsOfTicker.keys().forEach(this::removeInTime));
    }
  }

  long watermark() {
    return timers.currentWatermark();
  }

  /** What is stored of the current ticker's window with the trades of another part, which must not be used any more. */
  PartialWindow with(PartialWindow part) throws Exception {
    PartialWindow window = windows.get(part.end);
    if (window == null) {
      return part;
    }
    window.merge(part);
    return window;
  }

  /** Keeps a window of the current ticker that has been emitted as it is. */
  void put(PartialWindow window) throws Exception {
    windows.put(window.end, window);
    removeInTime(window.end);
  }

  /** Keeps trades of a window of the current ticker, to be emitted when it is over. */
  void putUntilOver(PartialWindow part) throws Exception {
    PartialWindow window = with(part);
    if (window == part || window.emissions > 0) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, PartialWindow.lastMillisecond(part.end));
    }
    windows.put(window.end, window);
  }

  /** The window of the current ticker that is over at this timer, to be put again; null when there is none, or its retention is at its end. */
  PartialWindow fired(long timerMs) throws Exception {
    if (timerMs % 1000 != 0) {
      return windows.get((timerMs + 1) / 1000);
    }
    windows.remove(timerMs / 1000 - retentionSeconds);
    return null;
  }

  private void removeInTime(long end) {
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, (end + retentionSeconds) * 1000);
  }

  /** Emits, before they are over, those that have trades no emission has counted. Their timers stay. */
  void emitThoseThatHaveChanged(KeyedStateBackend<String> tickers, Consumer<PartialWindow> emit) throws Exception {
    forEachTicker(tickers, windowsOfTicker -> {
      List<PartialWindow> changed = new ArrayList<>();
      windowsOfTicker.values().forEach(window -> {
        if (window.hasChanged()) {
          changed.add(window);
        }
      });
      for (PartialWindow window : changed) {
        emit.accept(window);
        windowsOfTicker.put(window.end, window);
      }
    });
  }

  private interface OfTicker {
    void accept(MapState<Long, PartialWindow> windows) throws Exception;
  }

  private static void forEachTicker(KeyedStateBackend<String> tickers, OfTicker action) throws Exception {
    KeyedStateFunction<String, MapState<Long, PartialWindow>> function = (ticker, windows) -> action.accept(windows);
    tickers.applyToAllKeys(VoidNamespace.INSTANCE, NAMESPACES, WINDOWS, function);
  }

  void snapshot() throws Exception {
    retentionState.update(List.of(retentionSeconds));
  }
}
