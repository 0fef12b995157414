package marketdata.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import marketdata.CorrelationId;
import marketdata.contract.DeadLetterReason;
import marketdata.input.RawRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class RefusalLogTest {
  private final List<String> lines = new ArrayList<>();
  private long nowMs;
  private final RefusalLog log = new RefusalLog(logger(), () -> nowMs);

  /** A logger that keeps its lines. */
  private Logger logger() {
    return (Logger) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {Logger.class},
        (proxy, method, arguments) -> {
          lines.add(MessageFormatter.arrayFormat((String) arguments[0], (Object[]) arguments[1]).getMessage());
          return null;
        });
  }

  private void refuse(DeadLetterReason reason, String correlationId) {
    RecordHeaders headers = new RecordHeaders();
    if (correlationId != null) {
      headers.add(CorrelationId.HEADER, correlationId.getBytes(StandardCharsets.UTF_8));
    }
    log.add(new DeadLetter(new RawRecord("input", 3, 7, null, "secret".getBytes(StandardCharsets.UTF_8), headers), reason, "secret"));
  }

  @Test
  void oneASecondOfEachReasonAndHowManyWereLeftOut() {
    refuse(DeadLetterReason.EMPTY, null);
    refuse(DeadLetterReason.EMPTY, null);
    refuse(DeadLetterReason.LATE, "id-1");
    nowMs += 999;
    refuse(DeadLetterReason.EMPTY, null);
    nowMs += 1;
    refuse(DeadLetterReason.EMPTY, null);
    assertEquals(
        List.of(
            "Refused a record: reason=empty source=input/3/7 correlation_id=none suppressed=0",
            "Refused a record: reason=late source=input/3/7 correlation_id=id-1 suppressed=0",
            "Refused a record: reason=empty source=input/3/7 correlation_id=none suppressed=2"),
        lines);
  }

  @Test
  void aClockThatIsSetBackSilencesNothing() {
    nowMs = 100_000;
    refuse(DeadLetterReason.EMPTY, null);
    nowMs = 0;
    refuse(DeadLetterReason.EMPTY, null);
    assertEquals(2, lines.size());
  }

  @Test
  void aCorrelationIdCannotForgeALine() {
    refuse(DeadLetterReason.EMPTY, "a\n{} reason=x" + "y".repeat(100));
    String shown = "a????reason?x" + "y".repeat(64 - 13);
    assertEquals("Refused a record: reason=empty source=input/3/7 correlation_id=" + shown + " suppressed=0", lines.get(0));
  }
}
