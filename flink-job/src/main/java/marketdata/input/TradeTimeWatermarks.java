package marketdata.input;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Event time of one partition: its newest trade's timestamp or Kafka time, whichever is earlier, less the out-of-orderness. So it never
 * passes Kafka's own time, also when a backlog is read whose fast clocks are in the past by then. Only trades that count move it: neither
 * junk nor late trades do. A partition without them goes idle, so that it does not hold back the others; when all of a subtask are idle,
 * {@link marketdata.window.PreAggregate} follows the clock.
 */
public final class TradeTimeWatermarks implements WatermarkGenerator<InputRecord> {
  private final long outOfOrdernessMs;
  private final long idlenessNanos;
  private final RelativeClock activityClock;
  private long newestMs = Long.MIN_VALUE;
  private long lastActivityNanos;
  /** Whether a trade has come since the last watermark was due: a clock for each trade would cost more than it tells. */
  private boolean active;

  TradeTimeWatermarks(Duration outOfOrderness, Duration idleness, RelativeClock activityClock) {
    this.outOfOrdernessMs = outOfOrderness.toMillis();
    this.idlenessNanos = idleness.toNanos();
    this.activityClock = activityClock;
    this.lastActivityNanos = activityClock.relativeTimeNanos();
  }

  /**
   * Watermarks of every partition of a source.
   *
   * @param outOfOrderness how far event time is behind the newest trade
   * @param idleness how long a partition without trades holds back the others
   */
  public static WatermarkStrategy<InputRecord> strategy(Duration outOfOrderness, Duration idleness) {
    return WatermarkStrategy.<InputRecord>forGenerator(
            context -> new TradeTimeWatermarks(outOfOrderness, idleness, ReadingClock.of(context)))
        .withTimestampAssigner((record, kafkaTime) -> record.isTrade() ? tradeMs(record) : kafkaTime);
  }

  private static long tradeMs(InputRecord record) {
    return TimeUnit.SECONDS.toMillis(record.trade.getTimestamp());
  }

  @Override
  public void onEvent(InputRecord record, long eventTimestamp, WatermarkOutput output) {
    if (record.isTrade()) {
      newestMs = Math.max(newestMs, Math.min(tradeMs(record), record.kafkaMs));
      active = true;
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (quietNanos() >= idlenessNanos) {
      output.markIdle();
    } else if (newestMs != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(newestMs - outOfOrdernessMs - 1));
    }
  }

  private long quietNanos() {
    long now = activityClock.relativeTimeNanos();
    if (active) {
      active = false;
      lastActivityNanos = now;
    }
    return now - lastActivityNanos;
  }
}
