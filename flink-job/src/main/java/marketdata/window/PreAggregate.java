package marketdata.window;

import marketdata.Clock;
import marketdata.JobMetrics;
import marketdata.input.InputRecord;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Adds up trades per ticker and window before they are sent to the ticker's own subtask: with a handful of tickers that would else do all the
 * work. It holds no window across a watermark that closes it, and nothing across a checkpoint or idleness, and it judges no lateness:
 * {@link MergeWindows} does. That one needs the records of late trades, but most trades cannot be late there ({@link LatenessHorizon}):
 * only where they may be, their records travel along. No trade is part of its state.
 */
public final class PreAggregate extends AbstractStreamOperator<PartialWindow>
    implements OneInputStreamOperator<InputRecord, PartialWindow> {
  private final long windowSeconds;
  private final Clock clock;
  private transient LatenessHorizon horizon;
  private transient HeldWindows held;
  private transient PreAggregateMetrics metrics;

  /** @param windowSeconds length of the tumbling windows, in seconds; a snapshot with windows of another length is refused */
  public PreAggregate(long windowSeconds, Clock clock) {
    this.windowSeconds = windowSeconds;
    this.clock = clock;
    this.chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    WindowLength.keep(windowSeconds, context);
    horizon = LatenessHorizon.restore(context, clock);
  }

  @Override
  public void open() throws Exception {
    super.open();
    held = new HeldWindows(windowSeconds, horizon);
    metrics = new PreAggregateMetrics(JobMetrics.of(getMetricGroup()), clock);
  }

  @Override
  public void processElement(StreamRecord<InputRecord> element) {
    InputRecord record = element.getValue();
    held.add(record.trade, record.raw);
    if (held.isFull()) {
      passOnAll();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (horizon.isOvertaken()) {
      // Others may close the windows before this subtask's watermark does.
      passOnAll();
    } else if (held.isOneOver(mark.getTimestamp())) {
      passOn(mark.getTimestamp());
    }
    metrics.watermark(mark.getTimestamp());
    horizon.watermarkForwarded(mark.getTimestamp());
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
  public void prepareSnapshotPreBarrier(long checkpointId) {
    passOnAll();
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    horizon.snapshot();
  }

  @Override
  public void finish() throws Exception {
    passOnAll();
    super.finish();
  }

  private void passOnAll() {
    passOn(Long.MAX_VALUE);
  }

  private void passOn(long timeMs) {
    held.passOn(timeMs, this::send);
    metrics.passedOn();
  }

  private void send(PartialWindow partial) {
    metrics.sent(partial);
    output.collect(new StreamRecord<>(partial));
  }
}
