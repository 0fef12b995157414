package marketdata.input;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import marketdata.Clock;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * Event time of one partition. Only trades move it: neither junk nor a trade that is ahead of the clock (within the tolerance) can close a
 * window early. A partition without trades goes idle, so that it does not hold back the others; one that gets only junk counts as
 * idle too. When all partitions are idle time stands still, and the last windows stay open until the next trade.
 */
public final class TradeTimeWatermarks implements WatermarkGenerator<InputRecord> {
  private final long outOfOrdernessMs;
  private final long idlenessNanos;
  private final Clock clock;
  private final RelativeClock activityClock;
  private long newestTradeMs = Long.MIN_VALUE;
  private long lastActivityNanos;
  /** Whether a trade has come since the last watermark was due: a clock for each trade would cost more than it tells. */
  private boolean active;

  TradeTimeWatermarks(Duration outOfOrderness, Duration idleness, Clock clock, RelativeClock activityClock) {
    this.outOfOrdernessMs = outOfOrderness.toMillis();
    this.idlenessNanos = idleness.toNanos();
    this.clock = clock;
    this.activityClock = activityClock;
    this.lastActivityNanos = activityClock.relativeTimeNanos();
  }

  /**
   * Watermarks of every partition of a source.
   *
   * @param outOfOrderness how far behind the newest trade a trade may be without being late
   * @param idleness how long a partition without trades holds back the others
   */
  public static WatermarkStrategy<InputRecord> strategy(Duration outOfOrderness, Duration idleness, Clock clock) {
    return WatermarkStrategy.<InputRecord>forGenerator(
            context -> new TradeTimeWatermarks(outOfOrderness, idleness, clock, ReadingClock.of(context)))
        .withTimestampAssigner((record, kafkaTime) -> record.isTrade() ? tradeMs(record) : kafkaTime);
  }

  private static long tradeMs(InputRecord record) {
    return TimeUnit.SECONDS.toMillis(record.trade.getTimestamp());
  }

  @Override
  public void onEvent(InputRecord record, long eventTimestamp, WatermarkOutput output) {
    if (record.isTrade()) {
      newestTradeMs = Math.max(newestTradeMs, tradeMs(record));
      active = true;
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    long now = clock.millis();
    boolean waitsForTheClock = newestTradeMs > now;
    boolean quiet = quietNanos() >= idlenessNanos;
    if (quiet && !waitsForTheClock) {
      output.markIdle();
    } else if (newestTradeMs != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(Math.min(newestTradeMs, now) - outOfOrdernessMs - 1));
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
