package marketdata.window;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import marketdata.Clock;
import marketdata.JobMetrics;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds up trades per ticker and window before they are sent to the ticker's own subtask: with a handful of tickers that would else do all the
 * work. It holds no window across a watermark that closes it, and nothing across a checkpoint or idleness, and it judges no lateness:
 * {@link MergeWindows} does. That one needs the records of late trades, but most trades cannot be late there ({@link LatenessHorizon}):
 * only where they may be, their records travel along. Its only state is how far watermarks had come, for the start after a restore.
 */
public final class PreAggregate extends AbstractStreamOperator<PartialWindow>
    implements OneInputStreamOperator<InputRecord, PartialWindow> {
  private static final Logger LOG = LoggerFactory.getLogger(PreAggregate.class);

  /** Bytes of records and headers that are held before all is passed on; one more record may come on top. */
  private static final int MAX_BYTES = 1 << 20;

  /** Ticker windows that are held before all is passed on. */
  private static final int MAX_WINDOWS = 16_384;

  /** Windows of one ticker that are held before all is passed on: a trade's window is looked for among them one by one. */
  private static final int MAX_WINDOWS_OF_A_TICKER = 8;

  private final long windowSeconds;
  private final Clock clock;
  private transient ListState<Long> reachedMs;
  private transient LatenessHorizon horizon;
  /** By ticker: the first of its windows. */
  private transient Map<String, HeldWindow> held;
  private transient int heldWindows;
  /** Whether a ticker has as many windows as it may. */
  private transient boolean crowded;
  /** Last millisecond of the held window that is over first. */
  private transient long firstEndMs;
  private transient int heldBytes;
  private transient Counter partials;
  private transient volatile long watermarkMs;

  public PreAggregate(long windowSeconds, Clock clock) {
    this.windowSeconds = windowSeconds;
    this.clock = clock;
    this.chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    reachedMs = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("reached-ms", Types.LONG));
    horizon = new LatenessHorizon(clock, context.isRestored() ? restoredReach() : Long.MIN_VALUE);
  }

  /** The highest of all subtasks; a snapshot of a version that kept none bounds it by the clock. */
  private long restoredReach() throws Exception {
    boolean known = false;
    long highest = Long.MIN_VALUE;
    for (long reached : reachedMs.get()) {
      known = true;
      highest = Math.max(highest, reached);
    }
    LOG.info("Restored; event time had reached {}", known ? highest : "a point that the snapshot does not tell");
    return known ? highest : LatenessHorizon.ofClock(clock);
  }

  @Override
  public void open() throws Exception {
    super.open();
    held = new HashMap<>();
    firstEndMs = Long.MAX_VALUE;
    watermarkMs = Long.MIN_VALUE;
    MetricGroup metrics = JobMetrics.of(getMetricGroup());
    partials = metrics.counter("partialWindows");
    metrics.gauge("watermarkLagMs", () -> watermarkMs == Long.MIN_VALUE ? 0L : Math.max(0, clock.millis() - watermarkMs));
  }

  @Override
  public void processElement(StreamRecord<InputRecord> element) throws IOException {
    StockPrice trade = element.getValue().trade;
    RawRecord raw = element.getValue().raw;
    heldBytes += windowOf(trade).add(trade, raw);
    if (heldBytes >= MAX_BYTES || heldWindows >= MAX_WINDOWS || crowded) {
      passOnAll();
    }
  }

  private HeldWindow windowOf(StockPrice trade) {
    long start = trade.getTimestamp() - trade.getTimestamp() % windowSeconds;
    HeldWindow first = held.get(trade.getTicker());
    int others = 0;
    for (HeldWindow window = first; window != null; window = window.next) {
      if (window.start == start) {
        return window;
      }
      others++;
    }
    long end = start + windowSeconds;
    boolean keepsRecords = horizon.movesWithTheClock() || horizon.covers(end);
    HeldWindow added = new HeldWindow(trade.getTicker(), start, end, keepsRecords, first);
    held.put(trade.getTicker(), added);
    heldWindows++;
    crowded |= others + 1 >= MAX_WINDOWS_OF_A_TICKER;
    firstEndMs = Math.min(firstEndMs, added.lastMillisecond());
    return added;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (horizon.movesWithTheClock()) {
      // This subtask was idle: from then on others may close its windows before its own watermark does.
      passOnAll();
    } else if (firstEndMs <= mark.getTimestamp()) {
      passOn(mark.getTimestamp());
    }
    watermarkMs = mark.getTimestamp();
    horizon.watermarkForwarded(watermarkMs);
    super.processWatermark(mark);
  }

  /** An idle subtask does not hold back the others' time, so what it holds must leave first. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) throws Exception {
    passOnAll();
    if (status.isIdle()) {
      horizon.idle();
    }
    super.processWatermarkStatus(status);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    passOnAll();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    reachedMs.update(List.of(horizon.reachedMs()));
  }

  @Override
  public void finish() throws Exception {
    passOnAll();
    super.finish();
  }

  private void passOnAll() throws IOException {
    passOn(Long.MAX_VALUE);
  }

  /** Passes on the windows that are over at this event time, in unix milliseconds. */
  private void passOn(long timeMs) throws IOException {
    int before = heldWindows;
    firstEndMs = Long.MAX_VALUE;
    crowded = false;
    for (Iterator<Map.Entry<String, HeldWindow>> tickers = held.entrySet().iterator(); tickers.hasNext(); ) {
      Map.Entry<String, HeldWindow> ticker = tickers.next();
      HeldWindow left = passOn(ticker.getValue(), timeMs);
      if (left == null) {
        tickers.remove();
      } else {
        ticker.setValue(left);
      }
    }
    partials.inc(before - heldWindows);
  }

  /** The same for one ticker; gives the first of the windows that it still holds, or null. */
  private HeldWindow passOn(HeldWindow first, long timeMs) throws IOException {
    HeldWindow left = null;
    for (HeldWindow window = first; window != null; ) {
      HeldWindow next = window.next;
      if (window.lastMillisecond() <= timeMs) {
        output.collect(new StreamRecord<>(window.toPartial(horizon)));
        heldWindows--;
        heldBytes -= window.bytes();
      } else {
        window.next = left;
        left = window;
        firstEndMs = Math.min(firstEndMs, window.lastMillisecond());
      }
      window = next;
    }
    return left;
  }
}
