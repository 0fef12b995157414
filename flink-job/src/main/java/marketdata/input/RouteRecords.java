package marketdata.input;

import java.util.EnumMap;
import java.util.Map;
import marketdata.JobMetrics;
import marketdata.contract.DeadLetterReason;
import marketdata.output.DeadLetter;
import marketdata.output.Outputs;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Sends trades on and refused records to the dead letters, and counts both. */
public final class RouteRecords extends ProcessFunction<InputRecord, InputRecord> {
  private transient Counter valid;
  private transient Map<DeadLetterReason, Counter> invalid;

  @Override
  public void open(OpenContext context) {
    MetricGroup metrics = JobMetrics.of(getRuntimeContext().getMetricGroup());
    valid = metrics.counter("validRecords");
    invalid = new EnumMap<>(DeadLetterReason.class);
    for (DeadLetterReason reason : DeadLetterReason.values()) {
      invalid.put(reason, metrics.addGroup("reason", reason.value()).counter("invalidRecords"));
    }
  }

  @Override
  public void processElement(InputRecord record, Context context, Collector<InputRecord> trades) {
    if (record.isTrade()) {
      valid.inc();
      trades.collect(record);
    } else {
      invalid.get(record.reason).inc();
      context.output(Outputs.DEAD_LETTERS, new DeadLetter(record.raw, record.reason, record.detail));
    }
  }
}
