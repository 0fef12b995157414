package marketdata.output;

import java.util.EnumMap;
import java.util.Map;
import marketdata.Clock;
import marketdata.CorrelationId;
import marketdata.contract.DeadLetterReason;
import org.slf4j.Logger;

/**
 * Tells the log of dead letters by example: of each reason at most one a second, with the number of those left out since the last one. The
 * line says where the record is, never what is in it: the dead letter of that source has the rest.
 */
public final class RefusalLog {
  private static final long INTERVAL_MS = 1000;
  private static final int SHOWN_CHARACTERS = 64;

  private final Logger log;
  private final Clock clock;
  private final Map<DeadLetterReason, Sample> samples = new EnumMap<>(DeadLetterReason.class);

  public RefusalLog(Logger log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * Logs a line of this dead letter, unless its reason has had one within the last second; then it is counted for the next line. Of the
   * correlation id, which is the sender's, it shows at most 64 characters, others than letters, digits and {@code _.:/-} as {@code ?}.
   */
  public void add(DeadLetter letter) {
    Sample sample = samples.computeIfAbsent(letter.reason, reason -> new Sample());
    long now = clock.millis();
    if (sample.saidMs != null && now >= sample.saidMs && now - sample.saidMs < INTERVAL_MS) {
      sample.leftOut++;
      return;
    }
    log.info(
        "Refused a record: reason={} source={} correlation_id={} suppressed={}",
        letter.reason.value(), letter.raw.source(), shown(letter.raw.header(CorrelationId.HEADER)), sample.leftOut);
    sample.saidMs = now;
    sample.leftOut = 0;
  }

  /** The id is the sender's text: short, and nothing in it that could pass for another field or line. */
  private static String shown(String correlationId) {
    if (correlationId == null) {
      return "none";
    }
    String start = correlationId.substring(0, Math.min(correlationId.length(), SHOWN_CHARACTERS));
    return start.replaceAll("[^\\w.:/-]", "?");
  }

  private static final class Sample {
    Long saidMs;
    long leftOut;
  }
}
