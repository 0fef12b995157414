package marketdata.input;

import java.io.Serializable;
import java.time.Duration;
import marketdata.contract.DeadLetterReason;

/**
 * Which trades are late. The record alone decides, by its Kafka time: every reader, now or of a backlog, finds the same. A trade must
 * reach Kafka within the out-of-orderness and the allowed lateness after the end of its window.
 */
public final class Lateness implements Serializable {
  private static final long serialVersionUID = 1;

  private final long windowSeconds;
  private final long graceMs;

  public Lateness(Duration window, Duration outOfOrderness, Duration allowedLateness) {
    this.windowSeconds = window.toSeconds();
    this.graceMs = outOfOrderness.plus(allowedLateness).toMillis();
  }

  /** The record as it is, or refused if it is a trade that is late. */
  public InputRecord judge(InputRecord record) {
    if (!record.isTrade()) {
      return record;
    }
    long timestamp = record.trade.getTimestamp();
    long end = timestamp - timestamp % windowSeconds + windowSeconds;
    if (record.kafkaMs - graceMs <= end * 1000) {
      return record;
    }
    InputRecord late = InputRecord.refused(record.raw, DeadLetterReason.LATE,
        "timestamp is in the window from " + (end - windowSeconds) + " to " + end + "; the record must reach Kafka at most " + graceMs
            + " ms after its end, and came " + (record.kafkaMs - end * 1000) + " ms after it");
    late.kafkaMs = record.kafkaMs;
    late.readDelayMs = record.readDelayMs;
    return late;
  }
}
