package marketdata;

import java.time.Duration;

/** How the job treats time. */
public final class EventTime {
  private static final Duration SLACK = Duration.ofSeconds(120);

  /** Length of the tumbling windows. */
  final Duration window;
  /** How far event time is behind the newest trade of a partition. */
  final Duration outOfOrderness;
  /** How long a partition without trades holds back the windows. */
  final Duration idleness;
  /** How long after its end, and the out-of-orderness, a window still takes trades. */
  final Duration allowedLateness;
  final Clock clock;

  public EventTime(Duration window, Duration outOfOrderness, Duration idleness, Duration allowedLateness, Clock clock) {
    this.window = window;
    this.outOfOrderness = outOfOrderness;
    this.idleness = idleness;
    this.allowedLateness = allowedLateness;
    this.clock = clock;
  }

  /**
   * How long windows stay in the state after their end, in seconds. That is longer than trades are accepted: clocks differ, and a partition may be read
   * later than the others, so that event time passes a trade that was in Kafka in time.
   */
  long retentionSeconds() {
    return allowedLateness.plus(outOfOrderness).plus(SLACK).plusMillis(999).toSeconds();
  }
}
