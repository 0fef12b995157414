package marketdata.window;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Which windows are over, and which of them have left the state: all that end by the newest one that event time has passed in any subtask.
 * It is part of every snapshot (union list state, so that each subtask knows the newest of all after rescaling too): a restart, after which
 * event time starts again, makes none of those that are gone a second time, and looks for the others in the state.
 */
final class ClosedWindows {
  private final ListState<Long> goneState;
  private final ListState<Long> overState;
  private final long retentionSeconds;
  private long goneUntil;
  private long overUntil;

  private ClosedWindows(ListState<Long> goneState, ListState<Long> overState, long retentionSeconds) {
    this.goneState = goneState;
    this.overState = overState;
    this.retentionSeconds = retentionSeconds;
  }

  /**
   * @param retentionSeconds how long a window stays in the state after its end
   * @param tickers the operator's state by ticker, in which earlier versions kept this
   */
  static ClosedWindows restore(StateInitializationContext context, long retentionSeconds, KeyedStateBackend<String> tickers)
      throws Exception {
    // The name is of versions that kept no window that was over.
    ListState<Long> gone = union(context, "closed-until-s");
    ClosedWindows windows = new ClosedWindows(gone, union(context, "over-until-s"), retentionSeconds);
    boolean known = !context.isRestored() || gone.get().iterator().hasNext();
    windows.goneUntil = known ? newest(gone) : ClosedUntilOfTickers.moveFrom(tickers);
    windows.overUntil = Math.max(windows.goneUntil, newest(windows.overState));
    return windows;
  }

  private static ListState<Long> union(StateInitializationContext context, String name) throws Exception {
    return context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>(name, Types.LONG));
  }

  private static long newest(ListState<Long> bySubtask) throws Exception {
    long newest = Long.MIN_VALUE;
    for (long one : bySubtask.get()) {
      newest = Math.max(newest, one);
    }
    return newest;
  }

  /** Whether a window that ends then, in unix seconds, has left the state. */
  boolean areGone(long endSeconds) {
    return endSeconds <= goneUntil;
  }

  /** Windows that end by then, in unix seconds, have left the state. */
  long goneUntil() {
    return goneUntil;
  }

  /** Event time, in unix milliseconds, that all windows that are over had passed at the last {@link #eventTime}. They may have been emitted. */
  long overUntilMs() {
    return overUntil == Long.MIN_VALUE ? Long.MIN_VALUE : PartialWindow.lastMillisecond(overUntil);
  }

  /** Windows are over that end by this event time, in unix milliseconds. It must not be that of a drain. */
  void eventTime(long timeMs) {
    overUntil = Math.max(overUntil, Math.floorDiv(timeMs + 1, 1000L));
    goneUntil = Math.max(goneUntil, Math.floorDiv(timeMs, 1000L) - retentionSeconds);
  }

  /** @param endSeconds end of an emitted window, in unix seconds; event time may not have reached it */
  void emitted(long endSeconds) {
    overUntil = Math.max(overUntil, endSeconds);
  }

  void snapshot() throws Exception {
    goneState.update(List.of(goneUntil));
    overState.update(List.of(overUntil));
  }
}
