package marketdata.window;

import marketdata.Clock;

/**
 * How far {@link MergeWindows} may have closed windows, as one upstream subtask can tell: only a trade of a window that ends by then can be
 * late there. Downstream's event time is the least watermark of the active subtasks, so it never passes what this one has forwarded. There
 * are two exceptions:
 * <ul>
 *   <li>After a restore, windows are closed that the watermark, which begins anew, has not reached: up to the highest watermark that any
 *       subtask had forwarded.
 *   <li>While a subtask is idle the others go on without it, and so they do afterwards for as long as its watermark is behind theirs, which
 *       it cannot see. From its first idleness on only the clock bounds them: no watermark is ahead of it ({@link
 *       marketdata.input.TradeTimeWatermarks}).
 * </ul>
 */
final class LatenessHorizon {
  /** By how much the clocks of two machines may differ, with the time that a partial window travels; out-of-orderness comes on top. */
  static final long CLOCK_MARGIN_MS = 10_000;

  private final Clock clock;
  private long reachedMs;
  private boolean overtaken;

  /** @param reachedMs up to where windows were closed before the start, in unix milliseconds; {@link Long#MIN_VALUE} when none were */
  LatenessHorizon(Clock clock, long reachedMs) {
    this.clock = clock;
    this.reachedMs = reachedMs;
  }

  /** The most that event time can have reached by the clock, whoever measures it. */
  static long ofClock(Clock clock) {
    return clock.millis() + CLOCK_MARGIN_MS;
  }

  void watermarkForwarded(long timestamp) {
    reachedMs = Math.max(reachedMs, timestamp);
  }

  void idle() {
    overtaken = true;
  }

  /** Whether the horizon moves with the clock; else it moves only with watermarks and idleness. */
  boolean movesWithTheClock() {
    return overtaken;
  }

  /** Whether a trade of a window that ends at {@code endSeconds} may be late if it is sent now. */
  boolean covers(long endSeconds) {
    long lastMillisecond = endSeconds * 1000 - 1;
    return lastMillisecond <= reachedMs || overtaken && lastMillisecond <= ofClock(clock);
  }

  /** The highest watermark that was forwarded by this subtask, or by any before the start. */
  long reachedMs() {
    return reachedMs;
  }
}
