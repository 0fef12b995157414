package marketdata.window;

import java.io.IOException;
import java.util.function.Consumer;
import marketdata.Clock;
import marketdata.contract.DeadLetterReason;
import marketdata.input.RawRecord;
import marketdata.output.DeadLetter;
import marketdata.output.RefusalLog;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes dead letters of trades whose window is gone. */
final class LateTrades {
  private static final Logger LOG = LoggerFactory.getLogger(LateTrades.class);

  private final Counter late;
  private final RefusalLog refusals;
  private final Consumer<DeadLetter> deadLetters;

  LateTrades(MetricGroup metrics, Clock clock, Consumer<DeadLetter> deadLetters) {
    this.late = metrics.counter("lateRecords");
    this.refusals = new RefusalLog(LOG, clock);
    this.deadLetters = deadLetters;
  }

  /**
   * @param watermark of the operator that has found them late, in unix milliseconds
   * @throws IllegalStateException when they came without their records
   */
  void refuse(PartialWindow partial, long watermark) throws IOException {
    if (partial.records == null) {
      throw new IllegalStateException(
          "Trades of " + partial.ticker + " came without their records, but their window, which ends at " + partial.end
              + ", is gone: event time is at " + watermark
              + ". LatenessHorizon takes that for impossible. The restart reads the records again.");
    }
    DataInputDeserializer records = new DataInputDeserializer(partial.records);
    String detail = "timestamp is in the window from " + partial.start + " to " + partial.end + ", which had left the state when it arrived";
    while (records.available() > 0) {
      late.inc();
      RawRecord raw = new RawRecord();
      raw.read(records);
      DeadLetter letter = new DeadLetter(raw, DeadLetterReason.LATE, detail);
      refusals.add(letter);
      deadLetters.accept(letter);
    }
  }
}
