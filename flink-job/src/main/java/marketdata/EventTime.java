package marketdata;

import java.time.Duration;

/** How the job treats time. */
public final class EventTime {
  /** Length of the tumbling windows. */
  final Duration window;
  /** How far behind the newest trade of its partition a trade may be without being late. */
  final Duration outOfOrderness;
  /** How long a partition without trades holds back the windows. */
  final Duration idleness;
  final Clock clock;

  public EventTime(Duration window, Duration outOfOrderness, Duration idleness, Clock clock) {
    this.window = window;
    this.outOfOrderness = outOfOrderness;
    this.idleness = idleness;
    this.clock = clock;
  }
}
