package marketdata.window;

import java.io.IOException;
import java.time.Duration;
import marketdata.Clock;
import marketdata.JobMetrics;
import marketdata.contract.DeadLetterReason;
import marketdata.input.RawRecord;
import marketdata.output.DeadLetter;
import marketdata.output.Outputs;
import marketdata.output.RefusalLog;
import marketdata.output.WindowResult;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges a ticker's partial windows and emits each window once, when event time has passed its end. This is the only place where lateness is
 * decided: trades of a window that is over become dead letters, whichever subtask saw them. The newest window that was emitted is part
 * of the state, so that a restart, after which event time begins anew, opens none of them again.
 */
public final class MergeWindows extends KeyedProcessFunction<String, PartialWindow, WindowResult> {
  /** How long a ticker's newest window is remembered; far longer than records are in flight. */
  private static final Duration MEMORY = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(MergeWindows.class);

  private final Clock clock;
  private transient MapState<Long, PartialWindow> openWindows;
  private transient ValueState<Long> closedUntil;
  private transient Counter emitted;
  private transient Counter late;
  private transient RefusalLog refusals;
  private transient volatile long resultLatencyMs;

  public MergeWindows(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void open(OpenContext context) {
    openWindows = getRuntimeContext()
        .getMapState(new MapStateDescriptor<>("open-windows", Types.LONG, Types.POJO(PartialWindow.class)));
    ValueStateDescriptor<Long> closed = new ValueStateDescriptor<>("closed-until", Types.LONG);
    closed.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
    closedUntil = getRuntimeContext().getState(closed);
    MetricGroup metrics = JobMetrics.of(getRuntimeContext().getMetricGroup());
    emitted = metrics.counter("windows");
    late = metrics.counter("lateRecords");
    metrics.gauge("resultLatencyMs", () -> resultLatencyMs);
    refusals = new RefusalLog(LOG, clock);
  }

  @Override
  public void processElement(PartialWindow partial, Context context, Collector<WindowResult> results) throws Exception {
    PartialWindow open = openWindows.get(partial.end);
    if (open != null) {
      // It is not over, or its timer would have closed it: nothing else need be read.
      open.prices.merge(partial.prices);
      openWindows.put(partial.end, open);
    } else if (isOver(partial.end, context.timerService().currentWatermark())) {
      refuse(partial, context);
    } else {
      context.timerService().registerEventTimeTimer(lastMillisecond(partial.end));
      partial.records = null;
      openWindows.put(partial.end, partial);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<WindowResult> results) throws Exception {
    long end = (timestamp + 1) / 1000;
    PartialWindow window = openWindows.get(end);
    openWindows.remove(end);
    Long newest = closedUntil.value();
    closedUntil.update(newest == null ? end : Math.max(newest, end));
    emitted.inc();
    resultLatencyMs = Math.max(0, clock.millis() - end * 1000);
    results.collect(new WindowResult(
        window.prices.toAggregate(context.getCurrentKey(), window.start, end), window.prices.correlationId));
  }

  private boolean isOver(long end, long watermark) throws IOException {
    if (lastMillisecond(end) <= watermark) {
      return true;
    }
    Long newest = closedUntil.value();
    return newest != null && end <= newest;
  }

  private void refuse(PartialWindow partial, Context context) throws IOException {
    if (partial.records == null) {
      throw new IllegalStateException(
          "Trades of " + partial.ticker + " came without their records, but their window, which ends at " + partial.end
              + ", is over: event time is at " + context.timerService().currentWatermark()
              + ". LatenessHorizon took that for impossible; compare the clocks of the machines. The restart reads the records again.");
    }
    DataInputDeserializer records = new DataInputDeserializer(partial.records);
    String detail = "timestamp is in the window from " + partial.start + " to " + partial.end + ", which had closed when it arrived";
    while (records.available() > 0) {
      late.inc();
      DeadLetter letter = new DeadLetter(RawRecord.read(records), DeadLetterReason.LATE, detail);
      refusals.add(letter);
      context.output(Outputs.DEAD_LETTERS, letter);
    }
  }

  private static long lastMillisecond(long endSeconds) {
    return endSeconds * 1000 - 1;
  }
}
