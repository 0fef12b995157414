package marketdata.input;

import java.util.function.LongSupplier;
import marketdata.Clock;

/**
 * Until when Kafka has surely had nothing more for a subtask that gets no trades. It does not follow the clock while Kafka does not answer:
 * what cannot be read may have trades.
 */
public final class ConfirmedSilence {
  /** Kafka has not answered yet. */
  public static final long NEVER = Long.MIN_VALUE;

  private final Clock clock;
  private final LongSupplier answeredFetches;
  private long answered = FetchProgress.UNKNOWN;
  private long askedMs = NEVER;
  private long confirmedMs = NEVER;

  /** @param answeredFetches fetches that Kafka has answered so far; negative where there is no consumer */
  public ConfirmedSilence(Clock clock, LongSupplier answeredFetches) {
    this.clock = clock;
    this.answeredFetches = answeredFetches;
  }

  /** Of a subtask of the source that runs in the same task. */
  public static ConfirmedSilence of(int subtask, Clock clock) {
    return new ConfirmedSilence(clock, () -> FetchProgress.answered(subtask));
  }

  /** Whether there is a consumer that can tell. */
  public boolean isKnown() {
    return answeredFetches.getAsLong() != FetchProgress.UNKNOWN;
  }

  /** Forgets what it knows: the silence begins now. */
  public void begin() {
    answered = answeredFetches.getAsLong();
    askedMs = clock.millis();
    confirmedMs = NEVER;
  }

  /** Unix milliseconds, or {@link #NEVER}. A fetch that was answered since the last call was answered after that call. */
  public long confirmedMs() {
    long answeredNow = answeredFetches.getAsLong();
    if (answeredNow != answered) {
      answered = answeredNow;
      confirmedMs = askedMs;
      askedMs = clock.millis();
    }
    return confirmedMs;
  }
}
