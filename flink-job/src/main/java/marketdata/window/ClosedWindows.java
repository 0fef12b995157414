package marketdata.window;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;

/**
 * Which windows are over, emitted or empty: all that end by the newest one that event time has passed in any subtask. It is part of every
 * snapshot (union list state, so that each subtask knows the newest of all after rescaling too): a restart, after which event time begins
 * anew, opens none of them again, and takes the same trades for late as before.
 */
final class ClosedWindows {
  private final ListState<Long> state;
  private long untilSeconds;

  private ClosedWindows(ListState<Long> state, long untilSeconds) {
    this.state = state;
    this.untilSeconds = untilSeconds;
  }

  /** @param tickers the operator's state by ticker, in which earlier versions kept this */
  static ClosedWindows restore(StateInitializationContext context, KeyedStateBackend<String> tickers) throws Exception {
    ListState<Long> state =
        context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("closed-until-s", Types.LONG));
    long until = Long.MIN_VALUE;
    boolean known = !context.isRestored();
    for (long one : state.get()) {
      known = true;
      until = Math.max(until, one);
    }
    return new ClosedWindows(state, known ? until : ClosedUntilOfTickers.moveFrom(tickers));
  }

  /** Whether a window that ends then, in unix seconds, is over. */
  boolean contain(long endSeconds) {
    return endSeconds <= untilSeconds;
  }

  /**
   * All windows are over that end by this event time, in unix milliseconds. Its last value is that of a drain, which ends the windows that
   * are open early: those are over ({@link #emitted}), and no others, since later trades will come.
   */
  void eventTime(long timeMs) {
    if (timeMs != Long.MAX_VALUE) {
      untilSeconds = Math.max(untilSeconds, Math.floorDiv(timeMs + 1, 1000L));
    }
  }

  /** @param endSeconds end of an emitted window, in unix seconds */
  void emitted(long endSeconds) {
    untilSeconds = Math.max(untilSeconds, endSeconds);
  }

  void snapshot() throws Exception {
    state.update(List.of(untilSeconds));
  }
}
