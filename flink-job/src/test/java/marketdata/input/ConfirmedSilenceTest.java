package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConfirmedSilenceTest {
  private long nowMs = 1_000;
  private long answered = 7;
  private final ConfirmedSilence silence = new ConfirmedSilence(() -> nowMs, () -> answered);

  @Test
  void isNotConfirmedBeforeAnAnswer() {
    silence.begin();
    nowMs += 60_000;
    assertEquals(ConfirmedSilence.NEVER, silence.confirmedMs());
  }

  @Test
  void anAnswerConfirmsTheTimeOfTheCallBefore() {
    silence.begin();
    nowMs = 2_000;
    answered++;
    assertEquals(1_000, silence.confirmedMs());
    nowMs = 3_000;
    answered++;
    assertEquals(2_000, silence.confirmedMs());
  }

  @Test
  void standsStillWhileKafkaDoesNotAnswer() {
    silence.begin();
    answered++;
    nowMs = 2_000;
    assertEquals(1_000, silence.confirmedMs());
    nowMs = 600_000;
    assertEquals(1_000, silence.confirmedMs());
    answered++;
    assertEquals(2_000, silence.confirmedMs());
  }

  @Test
  void beginsAnew() {
    silence.begin();
    answered++;
    assertEquals(1_000, silence.confirmedMs());
    nowMs = 5_000;
    answered++;
    silence.begin();
    assertEquals(ConfirmedSilence.NEVER, silence.confirmedMs());
  }

  @Test
  void isUnknownWithoutAConsumer() {
    assertTrue(silence.isKnown());
    answered = FetchProgress.UNKNOWN;
    assertFalse(silence.isKnown());
  }
}
