package marketdata.window;

import marketdata.Clock;
import marketdata.JobMetrics;
import marketdata.input.ConfirmedSilence;
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
 * work. It holds no window across a watermark that closes it, and nothing across a checkpoint or idleness. No trade is part of its state. A
 * record travels along only where its window may have left the state ({@link LatenessHorizon}).
 *
 * <p>While the source is idle and Kafka answers that there is nothing more, event time follows the clock: the last windows of a session close by
 * themselves, and downstream never goes on without this subtask.
 */
public class PreAggregate extends AbstractStreamOperator<PartialWindow>
    implements OneInputStreamOperator<InputRecord, PartialWindow> {
  /** How often event time follows the clock while the source is idle. */
  static final long CLOCK_INTERVAL_MS = 1_000;

  private final long windowSeconds;
  private final long retentionSeconds;
  private final long outOfOrdernessMs;
  private final Clock clock;
  private transient LatenessHorizon horizon;
  private transient HeldWindows held;
  private transient PreAggregateMetrics metrics;
  private transient ConfirmedSilence silence;
  private transient boolean isSilent;
  private transient boolean hasTimer;
  private transient long forwardedMs;

  /**
   * @param windowSeconds length of the tumbling windows, in seconds; a snapshot with windows of another length is refused
   * @param retentionSeconds how long a window stays in the state of {@link MergeWindows} after its end
   * @param outOfOrdernessMs how far event time is behind the clock while the source is idle
   */
  public PreAggregate(long windowSeconds, long retentionSeconds, long outOfOrdernessMs, Clock clock) {
    this.windowSeconds = windowSeconds;
    this.retentionSeconds = retentionSeconds;
    this.outOfOrdernessMs = outOfOrdernessMs;
    this.clock = clock;
    this.chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    WindowLength.keep(windowSeconds, context);
    horizon = LatenessHorizon.restore(context, retentionSeconds * 1000, clock);
  }

  @Override
  public void open() throws Exception {
    super.open();
    held = new HeldWindows(windowSeconds, horizon);
    metrics = new PreAggregateMetrics(JobMetrics.of(getMetricGroup()), clock);
    silence = silence(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), clock);
    forwardedMs = Long.MIN_VALUE;
  }

  /** What Kafka says to the subtask of the source in the same task; of a test, what the test says. */
  ConfirmedSilence silence(int subtask, Clock timeOfDay) {
    return ConfirmedSilence.of(subtask, timeOfDay);
  }

  @Override
  public void processElement(StreamRecord<InputRecord> element) {
    InputRecord record = element.getValue();
    held.add(record.trade, record.tickerHash, record.raw);
    if (held.isFull()) {
      passOnAll();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    if (mark.getTimestamp() <= forwardedMs) {
      // The clock was ahead of the first trades after an idleness.
      return;
    }
    forwardedMs = mark.getTimestamp();
    if (held.isOneOver(mark.getTimestamp())) {
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
    if (status.isIdle() && silence.isKnown()) {
      isSilent = true;
      silence.begin();
      followTheClock();
    } else if (isSilent) {
      // Nobody downstream knows of the idleness.
      isSilent = false;
    } else {
      super.processWatermarkStatus(status);
    }
  }

  private void followTheClock() {
    if (!hasTimer) {
      hasTimer = true;
      getProcessingTimeService().registerTimer(getProcessingTimeService().getCurrentProcessingTime() + CLOCK_INTERVAL_MS, this::onTimer);
    }
  }

  private void onTimer(long timeMs) throws Exception {
    hasTimer = false;
    if (isSilent) {
      long confirmedMs = silence.confirmedMs();
      if (confirmedMs != ConfirmedSilence.NEVER) {
        processWatermark(new Watermark(confirmedMs - outOfOrdernessMs - 1));
      }
      followTheClock();
    }
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
