package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;

class ReadingClockTest {
  private final ManualClock time = new ManualClock();
  private long answered;
  private final ReadingClock clock = new ReadingClock(time, () -> answered);

  /** Seconds on the clock after so many more seconds, at the end of which Kafka has answered a fetch, or not. */
  private long secondsAfter(long seconds, boolean answers) {
    time.advanceTime(Duration.ofSeconds(seconds));
    answered += answers ? 1 : 0;
    return clock.relativeTimeMillis() / 1000;
  }

  @Test
  void runsWhileKafkaAnswers() {
    for (int second = 1; second <= 60; second++) {
      assertEquals(second, secondsAfter(1, true));
    }
  }

  @Test
  void aWaitForRecordsCountsWhenItIsOver() {
    assertEquals(0, secondsAfter(4, false));
    assertEquals(5, secondsAfter(1, true));
  }

  @Test
  void anOutageDoesNotCount() {
    assertEquals(1, secondsAfter(1, true));
    assertEquals(1, secondsAfter(600, false));
    assertEquals(1, secondsAfter(1, true));
    assertEquals(2, secondsAfter(1, true));
  }

  @Test
  void aConsumerThatIsThrottledComesToItsIdlenessAllTheSame() {
    for (int fetch = 1; fetch <= 60; fetch++) {
      secondsAfter(6, true);
    }
    assertEquals(30, secondsAfter(0, true));
  }

  @Test
  void whatIsNotReadFromKafkaHasThePlainTime() {
    answered = FetchProgress.UNKNOWN;
    assertEquals(600, secondsAfter(600, false));
  }
}
