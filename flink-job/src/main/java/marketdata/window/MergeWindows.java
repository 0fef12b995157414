package marketdata.window;

import java.util.Collection;
import marketdata.Clock;
import marketdata.JobMetrics;
import marketdata.output.Outputs;
import marketdata.output.WindowResult;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Merges a ticker's partial windows and emits each window once, when event time has passed its end. This is the only place where lateness is
 * decided: trades of a window that is over become dead letters, whichever subtask saw them.
 *
 * <p>Partial windows mostly arrive just before their window is over. So they are held in memory, and move to the state for a snapshot only:
 * a window that no snapshot falls into never costs an access to RocksDB.
 */
public final class MergeWindows extends AbstractStreamOperator<WindowResult>
    implements OneInputStreamOperator<PartialWindow, WindowResult>, Triggerable<String, VoidNamespace> {
  private final Clock clock;
  private transient MapState<Long, PartialWindow> stored;
  /** One for each stored window. */
  private transient InternalTimerService<VoidNamespace> timers;
  /** What came before of the same window may be stored. */
  private transient WindowsInMemory held;
  private transient ClosedWindows closed;
  private transient LateTrades lateTrades;
  private transient Counter emitted;
  private transient volatile long resultLatencyMs;

  public MergeWindows(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    stored = context.getKeyedStateStore()
        .getMapState(new MapStateDescriptor<>("open-windows", Types.LONG, Types.POJO(PartialWindow.class)));
    closed = ClosedWindows.restore(context, getKeyedStateBackend());
  }

  @Override
  public void open() throws Exception {
    super.open();
    // The name is part of every snapshot.
    timers = getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    held = new WindowsInMemory();
    MetricGroup metrics = JobMetrics.of(getMetricGroup());
    emitted = metrics.counter("windows");
    metrics.gauge("resultLatencyMs", () -> resultLatencyMs);
    lateTrades = new LateTrades(metrics, clock, letter -> output.collect(Outputs.DEAD_LETTERS, new StreamRecord<>(letter)));
  }

  @Override
  public void processElement(StreamRecord<PartialWindow> element) throws Exception {
    PartialWindow partial = element.getValue();
    if (PartialWindow.lastMillisecond(partial.end) <= timers.currentWatermark() || closed.contain(partial.end)) {
      lateTrades.refuse(partial, timers.currentWatermark());
      return;
    }
    partial.records = null;
    held.add(partial);
    if (held.isFull()) {
      storeAll();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    closed.eventTime(mark.getTimestamp());
    getTimeServiceManager().orElseThrow().advanceWatermark(mark);
    for (Collection<PartialWindow> over = held.takeOver(mark.getTimestamp()); !over.isEmpty(); over = held.takeOver(mark.getTimestamp())) {
      over.forEach(this::emit);
    }
    output.emitWatermark(mark);
  }

  /** A window that is stored is over; what came of it since is held. */
  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    long end = (timer.getTimestamp() + 1) / 1000;
    PartialWindow window = stored.get(end);
    stored.remove(end);
    PartialWindow rest = held.take(end, timer.getKey());
    if (rest != null) {
      window.prices.merge(rest.prices);
    }
    emit(window);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("There are only timers of event time");
  }

  private void emit(PartialWindow window) {
    closed.emitted(window.end);
    emitted.inc();
    resultLatencyMs = Math.max(0, clock.millis() - window.end * 1000);
    output.collect(new StreamRecord<>(new WindowResult(
        window.prices.toAggregate(window.ticker, window.start, window.end), window.prices.correlationId)));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    storeAll();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    closed.snapshot();
  }

  private void storeAll() throws Exception {
    for (PartialWindow window : held.takeAll()) {
      setCurrentKey(window.ticker);
      store(window);
    }
  }

  private void store(PartialWindow window) throws Exception {
    PartialWindow before = stored.get(window.end);
    if (before == null) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, PartialWindow.lastMillisecond(window.end));
      stored.put(window.end, window);
    } else {
      before.prices.merge(window.prices);
      stored.put(window.end, before);
    }
  }
}
