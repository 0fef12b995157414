package marketdata.window;

import java.util.Collection;
import marketdata.Clock;
import marketdata.JobMetrics;
import marketdata.output.Outputs;
import marketdata.output.WindowResult;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Merges a ticker's partial windows and emits each window when event time has passed its end, and again with each watermark after trades of it
 * have come later. So its last emission counts all of its trades, whenever each subtask has read them. A window stays for the allowed lateness
 * and longer; trades of one that is gone become dead letters, whichever subtask saw them.
 *
 * <p>Partial windows mostly arrive just before their window is over. So they are held in memory, and move to the state for a snapshot only:
 * a window that no snapshot falls into never costs an access to RocksDB.
 */
public final class MergeWindows extends AbstractStreamOperator<WindowResult>
    implements OneInputStreamOperator<PartialWindow, WindowResult>, Triggerable<String, VoidNamespace> {
  /** Some 400 bytes each, and 610 with the longest correlation id: 10 MB in all. */
  private static final int MAX_WINDOWS_IN_MEMORY = 16_384;

  private final long retentionSeconds;
  private final Clock clock;
  private transient StoredWindows stored;
  /** Trades that no emission has counted. What came before of the same window may be stored, or have been emitted. */
  private transient WindowsInMemory held;
  /** Windows that have been emitted; nothing of them is stored. */
  private transient WindowsInMemory emitted;
  private transient ClosedWindows closed;
  private transient LateTrades lateTrades;
  private transient Counter emissions;
  private transient volatile long resultLatencyMs;

  /** @param retentionSeconds how long a window stays in the state after its end */
  public MergeWindows(long retentionSeconds, Clock clock) {
    this.retentionSeconds = retentionSeconds;
    this.clock = clock;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    closed = ClosedWindows.restore(context, retentionSeconds, getKeyedStateBackend());
    stored = StoredWindows.restore(context, retentionSeconds);
  }

  @Override
  public void open() throws Exception {
    super.open();
    stored.open(getKeyedStateBackend(), getInternalTimerService(StoredWindows.TIMERS, StoredWindows.NAMESPACES, this));
    held = new WindowsInMemory();
    emitted = new WindowsInMemory();
    MetricGroup metrics = JobMetrics.of(getMetricGroup());
    emissions = metrics.counter("windows");
    metrics.gauge("resultLatencyMs", () -> resultLatencyMs);
    lateTrades = new LateTrades(metrics, clock, letter -> output.collect(Outputs.DEAD_LETTERS, new StreamRecord<>(letter)));
  }

  @Override
  public void processElement(StreamRecord<PartialWindow> element) throws Exception {
    PartialWindow partial = element.getValue();
    if (closed.areGone(partial.end)) {
      lateTrades.refuse(partial, stored.watermark());
      return;
    }
    partial.records = null;
    held.add(partial);
    if (held.size() + emitted.size() >= MAX_WINDOWS_IN_MEMORY) {
      storeAll();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.equals(Watermark.MAX_WATERMARK)) {
      drain();
    } else {
      eventTime(mark);
    }
    output.emitWatermark(mark);
  }

  private void eventTime(Watermark mark) throws Exception {
    // Before the timers, which remove windows whose retention ends with this watermark.
    long overBefore = Math.min(mark.getTimestamp(), closed.overUntilMs());
    for (Collection<PartialWindow> over = held.takeOver(overBefore); !over.isEmpty(); over = held.takeOver(overBefore)) {
      for (PartialWindow part : over) {
        emitAgain(part);
      }
    }
    getTimeServiceManager().orElseThrow().advanceWatermark(mark);
    for (Collection<PartialWindow> over = held.takeOver(mark.getTimestamp()); !over.isEmpty(); over = held.takeOver(mark.getTimestamp())) {
      for (PartialWindow window : over) {
        emit(window);
        emitted.add(window);
      }
    }
    closed.eventTime(mark.getTimestamp());
    emitted.removeThoseThatEndBy(closed.goneUntil());
  }

  /** Trades of a window that was over before, which may have been emitted. */
  private void emitAgain(PartialWindow part) throws Exception {
    PartialWindow window = emitted.get(part.end, part.ticker);
    if (window != null) {
      window.merge(part);
      emit(window);
      return;
    }
    setCurrentKey(part.ticker);
    window = stored.with(part);
    emit(window);
    stored.put(window);
  }

  /** A stored window is over, or its time in the state is. */
  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    PartialWindow window = stored.fired(timer.getTimestamp());
    if (window == null) {
      return;
    }
    PartialWindow rest = held.take(window.end, timer.getKey());
    if (rest != null) {
      window.merge(rest);
    }
    if (window.hasChanged()) {
      emit(window);
    }
    stored.put(window);
  }

  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
    throw new IllegalStateException("There are only timers of event time");
  }

  /** Emits the windows that are open, early. They stay, as event time has not reached them: later trades of one make it come again. */
  private void drain() throws Exception {
    storeAll();
    stored.emitThoseThatHaveChanged(getKeyedStateBackend(), window -> {
      emit(window);
      closed.emitted(window.end);
    });
  }

  private void emit(PartialWindow window) {
    emissions.inc();
    window.emissions++;
    window.emittedCount = window.prices.count;
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
    stored.snapshot();
  }

  private void storeAll() throws Exception {
    for (PartialWindow window : emitted.takeAll()) {
      setCurrentKey(window.ticker);
      stored.put(window);
    }
    for (PartialWindow part : held.takeAll()) {
      setCurrentKey(part.ticker);
      stored.putUntilOver(part);
    }
  }
}
