package marketdata.input;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import marketdata.Clock;
import marketdata.JobMetrics;
import marketdata.contract.DeadLetterReason;
import marketdata.output.DeadLetter;
import marketdata.output.Outputs;
import marketdata.output.RefusalLog;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends trades on and refused records to the dead letters, counts both, and tells how far reading is behind. */
public final class RouteRecords extends ProcessFunction<InputRecord, InputRecord> {
  private static final Logger LOG = LoggerFactory.getLogger(RouteRecords.class);

  private final Clock clock;
  private transient Counter valid;
  private transient Map<DeadLetterReason, Counter> invalid;
  private transient Counter late;
  private transient RefusalLog refusals;
  /** Not volatile: that would cost each record more than a figure of the last second is worth. */
  private transient long readDelayMs;

  public RouteRecords(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = JobMetrics.of(getRuntimeContext().getMetricGroup());
    valid = metrics.counter("validRecords");
    invalid = new EnumMap<>(DeadLetterReason.class);
    late = metrics.counter("lateRecords");
    for (DeadLetterReason reason : EnumSet.complementOf(EnumSet.of(DeadLetterReason.LATE))) {
      invalid.put(reason, metrics.addGroup("reason", reason.value()).counter("invalidRecords"));
    }
    metrics.gauge("readDelayMs", () -> readDelayMs);
    refusals = new RefusalLog(LOG, clock);
  }

  @Override
  public void processElement(InputRecord record, Context context, Collector<InputRecord> trades) {
    readDelayMs = record.readDelayMs;
    if (record.isTrade()) {
      valid.inc();
      trades.collect(record);
    } else {
      (record.reason == DeadLetterReason.LATE ? late : invalid.get(record.reason)).inc();
      DeadLetter letter = new DeadLetter(record.raw, record.reason, record.detail);
      refusals.add(letter);
      context.output(Outputs.DEAD_LETTERS, letter);
    }
  }
}
