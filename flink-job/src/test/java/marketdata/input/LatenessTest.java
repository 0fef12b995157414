package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import marketdata.Records;
import marketdata.contract.DeadLetterReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenessTest {
  private final Records records = new Records();

  private static Lateness lateness(long outOfOrdernessMs, long allowedSeconds) {
    return new Lateness(Duration.ofSeconds(60), Duration.ofMillis(outOfOrdernessMs), Duration.ofSeconds(allowedSeconds));
  }

  @ParameterizedTest
  @CsvSource({
    "960, 1085, 5000, 60, false",
    "960, 1086, 5000, 60, true",
    "1019, 1085, 5000, 60, false",
    "1019, 1086, 5000, 60, true",
    "1020, 1086, 5000, 60, false",
    "960, 1025, 5000, 0, false",
    "960, 1026, 5000, 0, true",
    "960, 1020, 0, 0, false",
    "960, 1021, 0, 0, true",
    "960, 87425, 5000, 86400, false",
    "960, 87426, 5000, 86400, true",
  })
  void kafkasTimeAgainstTheEndOfTheWindow(long timestamp, long kafkaSeconds, long outOfOrdernessMs, long allowedSeconds, boolean isLate) {
    InputRecord record = lateness(outOfOrdernessMs, allowedSeconds).judge(records.trade(timestamp, kafkaSeconds));
    assertEquals(isLate, !record.isTrade());
  }

  @Test
  void aLateTradeSaysWhyAndKeepsItsTimes() {
    InputRecord late = lateness(5000, 60).judge(records.trade(961, 1086));
    assertEquals(DeadLetterReason.LATE, late.reason);
    assertEquals(
        "timestamp is in the window from 960 to 1020; the record must reach Kafka at most 65000 ms after its end, and came 66000 ms after it",
        late.detail);
    assertEquals(1_086_000, late.kafkaMs);
  }

  @Test
  void whatIsNoTradeKeepsItsReason() {
    InputRecord junk = records.of("junk");
    assertSame(junk, lateness(0, 0).judge(junk));
  }
}
