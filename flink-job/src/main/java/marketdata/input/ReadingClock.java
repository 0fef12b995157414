package marketdata.input;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.runtime.metrics.scope.ScopeFormat;
import org.apache.flink.util.clock.RelativeClock;

/**
 * A clock that stands still while Kafka does not answer: a partition that cannot be read may have trades, so that time does not make it idle. What
 * reads from elsewhere has the clock that it is made from.
 */
final class ReadingClock implements RelativeClock {
  /** Kafka answers a fetch without records after half a second (fetch.max.wait.ms). */
  private static final long FETCH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  /** What is longer was an outage, of which the fetch that ended it counts: a consumer that is throttled must become idle some time. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final RelativeClock clock;
  private final LongSupplier answeredFetches;
  private long answered;
  private long answeredAtNanos;
  private long elapsedNanos;

  ReadingClock(RelativeClock clock, LongSupplier answeredFetches) {
    this.clock = clock;
    this.answeredFetches = answeredFetches;
    this.answeredAtNanos = clock.relativeTimeNanos();
  }

  /** The clock of a subtask of the source. */
  static RelativeClock of(WatermarkGeneratorSupplier.Context context) {
    int subtask = Integer.parseInt(context.getMetricGroup().getAllVariables().get(ScopeFormat.SCOPE_TASK_SUBTASK_INDEX));
    return new ReadingClock(context.getInputActivityClock(), () -> FetchProgress.answered(subtask));
  }

  @Override
  public long relativeTimeMillis() {
    return TimeUnit.NANOSECONDS.toMillis(relativeTimeNanos());
  }

  @Override
  public long relativeTimeNanos() {
    long answeredNow = answeredFetches.getAsLong();
    if (answeredNow == FetchProgress.UNKNOWN) {
      elapsedNanos += sinceAnswered();
    } else if (answeredNow != answered) {
      answered = answeredNow;
      long waitNanos = sinceAnswered();
      elapsedNanos += waitNanos <= LONGEST_WAIT_NANOS ? waitNanos : FETCH_NANOS;
    }
    return elapsedNanos;
  }

  private long sinceAnswered() {
    long sinceNanos = clock.relativeTimeNanos() - answeredAtNanos;
    answeredAtNanos += sinceNanos;
    return sinceNanos;
  }
}
