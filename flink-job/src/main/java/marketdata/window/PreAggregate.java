package marketdata.window;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import marketdata.Clock;
import marketdata.CorrelationId;
import marketdata.JobMetrics;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Adds up trades per ticker and window before they are sent to the ticker's own subtask: with a handful of tickers that would else do all the
 * work. It holds nothing across a watermark, a checkpoint or idleness, so it has no state, and it judges no lateness: {@link MergeWindows}
 * does, which is why the records travel along.
 */
public final class PreAggregate extends AbstractStreamOperator<PartialWindow>
    implements OneInputStreamOperator<InputRecord, PartialWindow> {
  /** Bytes of records that are held before all is passed on; one more record may come on top. */
  private static final int MAX_BYTES = 1 << 20;

  /** Ticker windows that are held before all is passed on. */
  private static final int MAX_WINDOWS = 8192;

  private final long windowSeconds;
  private final Clock clock;
  private transient Map<WindowKey, Held> held;
  private transient int heldBytes;
  private transient Counter partials;
  private transient volatile long watermarkMs;

  public PreAggregate(long windowSeconds, Clock clock) {
    this.windowSeconds = windowSeconds;
    this.clock = clock;
    this.chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void open() throws Exception {
    super.open();
    held = new HashMap<>();
    watermarkMs = Long.MIN_VALUE;
    MetricGroup metrics = JobMetrics.of(getMetricGroup());
    partials = metrics.counter("partialWindows");
    metrics.gauge("watermarkLagMs", () -> watermarkMs == Long.MIN_VALUE ? 0L : Math.max(0, clock.millis() - watermarkMs));
  }

  @Override
  public void processElement(StreamRecord<InputRecord> element) throws IOException {
    StockPrice trade = element.getValue().trade;
    long start = trade.getTimestamp() - trade.getTimestamp() % windowSeconds;
    Held window = held.computeIfAbsent(new WindowKey(trade.getTicker(), start), key -> new Held(key, windowSeconds));
    heldBytes += window.add(trade, element.getValue().raw);
    if (heldBytes >= MAX_BYTES || held.size() >= MAX_WINDOWS) {
      passOn();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    passOn();
    watermarkMs = mark.getTimestamp();
    super.processWatermark(mark);
  }

  /** An idle subtask does not hold back the others' time, so what it holds must leave first. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    passOn();
    super.processWatermarkStatus(status);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    passOn();
  }

  @Override
  public void finish() throws Exception {
    passOn();
    super.finish();
  }

  private void passOn() {
    for (Held window : held.values()) {
      output.collect(new StreamRecord<>(window.toPartial()));
    }
    partials.inc(held.size());
    held.clear();
    heldBytes = 0;
  }

  /** A window that fills, with the records that it was filled from. */
  private static final class Held {
    private final PartialWindow partial;
    private final DataOutputSerializer records = new DataOutputSerializer(256);
    private RawRecord closing;

    Held(WindowKey key, long windowSeconds) {
      partial = new PartialWindow(key.ticker, key.start, key.start + windowSeconds);
    }

    /** Gives the bytes that it took. */
    int add(StockPrice trade, RawRecord raw) throws IOException {
      Tick tick = new Tick(trade.getPrice(), trade.getTimestamp(), raw.partition, raw.offset);
      if (partial.prices.add(tick, trade.getVolume())) {
        closing = raw;
      }
      int before = records.length();
      raw.write(records);
      return records.length() - before;
    }

    PartialWindow toPartial() {
      partial.records = records.getCopyOfBuffer();
      partial.prices.correlationId = closing.header(CorrelationId.HEADER);
      return partial;
    }
  }

  private static final class WindowKey {
    final String ticker;
    final long start;

    WindowKey(String ticker, long start) {
      this.ticker = ticker;
      this.start = start;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WindowKey && ((WindowKey) other).start == start && ((WindowKey) other).ticker.equals(ticker);
    }

    @Override
    public int hashCode() {
      return Objects.hash(ticker, start);
    }
  }
}
