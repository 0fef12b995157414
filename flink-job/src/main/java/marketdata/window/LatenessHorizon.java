package marketdata.window;

import java.time.Duration;
import java.util.List;
import marketdata.Clock;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far {@link MergeWindows} may have closed windows, as one upstream subtask can tell: only a trade of a window that ends by then can be
 * late there. Downstream's event time is the least watermark of the active subtasks, so it never passes what this one has forwarded. There
 * are two exceptions:
 * <ul>
 *   <li>After a restore, windows are closed that the watermark, which begins anew, has not reached: up to the highest watermark that any
 *       subtask had forwarded. It is part of every snapshot (union list state, so that each subtask has the highest after rescaling too).
 *   <li>While a subtask is idle the others go on without it, and so they do afterwards for as long as its watermark is behind theirs, which
 *       it cannot see. From its first idleness on every trade may be late, until the next restart.
 * </ul>
 */
final class LatenessHorizon {
  private static final Logger LOG = LoggerFactory.getLogger(LatenessHorizon.class);

  /**
   * How far ahead of the clock the end of a window can be: a day of {@code future.tolerance.seconds}, a day of {@code window.seconds}, and
   * a day for clocks that differ.
   */
  private static final long FURTHEST_AHEAD_MS = Duration.ofDays(3).toMillis();

  private final ListState<Long> state;
  private long reachedMs;
  private boolean overtaken;

  private LatenessHorizon(ListState<Long> state, long reachedMs) {
    this.state = state;
    this.reachedMs = reachedMs;
  }

  static LatenessHorizon restore(StateInitializationContext context, Clock clock) throws Exception {
    ListState<Long> state = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("reached-ms", Types.LONG));
    return new LatenessHorizon(state, context.isRestored() ? reached(state.get(), clock) : Long.MIN_VALUE);
  }

  /** A snapshot of a version without this state does not tell, nor does one of a drain, which has ended event time: no window is later. */
  private static long reached(Iterable<Long> bySubtask, Clock clock) {
    long highest = Long.MIN_VALUE;
    boolean known = false;
    for (long one : bySubtask) {
      highest = Math.max(highest, one);
      known = true;
    }
    boolean tells = known && highest != Long.MAX_VALUE;
    LOG.info("Restored; event time had reached {}", tells ? highest : "a point that the snapshot does not tell");
    return tells ? highest : clock.millis() + FURTHEST_AHEAD_MS;
  }

  /** @param timestamp of a watermark, in unix milliseconds */
  void watermarkForwarded(long timestamp) {
    reachedMs = Math.max(reachedMs, timestamp);
  }

  void idle() {
    overtaken = true;
  }

  /** Whether downstream may be ahead of this subtask's watermark. */
  boolean isOvertaken() {
    return overtaken;
  }

  /** Whether a trade of a window that ends at {@code endSeconds}, in unix seconds, may be late. Once it may, it always may. */
  boolean covers(long endSeconds) {
    return overtaken || PartialWindow.lastMillisecond(endSeconds) <= reachedMs;
  }

  void snapshot() throws Exception {
    state.update(List.of(reachedMs));
  }
}
