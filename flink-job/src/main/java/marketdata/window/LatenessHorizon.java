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
 * Which windows may have left the state of {@link MergeWindows}, as one upstream subtask can tell: a trade of no other window can be refused
 * there. Trades that are late by the record alone ({@link marketdata.input.Lateness}) never come this far, and those that are not find
 * their window, unless clocks differ by minutes. Downstream's event time is the least watermark of the active subtasks, so it never passes
 * what this one has forwarded, with an exception: after a restore, the watermark starts again. The highest that any subtask had forwarded
 * is part of every snapshot (union list state, so that each subtask has the highest after rescaling too).
 *
 * <p>Snapshots of versions that kept no window that was over have lost all that end by that highest watermark.
 */
final class LatenessHorizon {
  private static final Logger LOG = LoggerFactory.getLogger(LatenessHorizon.class);

  /**
   * How far ahead of the clock the end of a window can be: a day of {@code future.tolerance.seconds}, a day of {@code window.seconds}, and
   * a day for clocks that differ.
   */
  private static final long FURTHEST_AHEAD_MS = Duration.ofDays(3).toMillis();

  private final ListState<Long> reachedState;
  private final ListState<Long> lostState;
  private final long retentionMs;
  private long reachedMs = Long.MIN_VALUE;
  /** Until when an earlier version may have lost windows. */
  private long lostUntilMs = Long.MIN_VALUE;

  private LatenessHorizon(ListState<Long> reachedState, ListState<Long> lostState, long retentionMs) {
    this.reachedState = reachedState;
    this.lostState = lostState;
    this.retentionMs = retentionMs;
  }

  /** @param retentionMs how long a window stays in the state after its end */
  static LatenessHorizon restore(StateInitializationContext context, long retentionMs, Clock clock) throws Exception {
    LatenessHorizon horizon = new LatenessHorizon(union(context, "reached-ms"), union(context, "lost-until-ms"), retentionMs);
    if (context.isRestored()) {
      horizon.restore(clock);
    }
    return horizon;
  }

  private static ListState<Long> union(StateInitializationContext context, String name) throws Exception {
    return context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>(name, Types.LONG));
  }

  /** An earlier version's snapshot may not tell how far event time was: without this state, or after a drain, which had ended it. */
  private void restore(Clock clock) throws Exception {
    boolean isEarlier = !lostState.get().iterator().hasNext();
    boolean tells = !isEarlier;
    for (long one : reachedState.get()) {
      reachedMs = Math.max(reachedMs, one);
      tells = true;
    }
    tells &= reachedMs != Long.MAX_VALUE;
    LOG.info("Restored; event time had reached {}", tells ? reachedMs : "a point that the snapshot does not tell");
    if (!tells) {
      reachedMs = Long.MIN_VALUE;
    }
    if (isEarlier) {
      lostUntilMs = tells ? reachedMs : clock.millis() + FURTHEST_AHEAD_MS;
    }
    for (long one : lostState.get()) {
      lostUntilMs = Math.max(lostUntilMs, one);
    }
  }

  /** @param timestamp of a watermark, in unix milliseconds; a drain's says nothing of time */
  void watermarkForwarded(long timestamp) {
    if (timestamp != Long.MAX_VALUE) {
      reachedMs = Math.max(reachedMs, timestamp);
    }
  }

  /** Whether a window that ends at {@code endSeconds}, in unix seconds, may be gone. Once it may, it always may. */
  boolean covers(long endSeconds) {
    return endSeconds * 1000 + retentionMs <= reachedMs || PartialWindow.lastMillisecond(endSeconds) <= lostUntilMs;
  }

  void snapshot() throws Exception {
    reachedState.update(List.of(reachedMs));
    lostState.update(List.of(lostUntilMs));
  }
}
