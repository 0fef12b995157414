package marketdata.window;

import marketdata.Clock;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** What {@link PreAggregate} tells of itself. It is updated by a partial window and a watermark, never by a trade. */
final class PreAggregateMetrics {
  private final Counter partialWindows;
  /** Of the partial windows that are being passed on. */
  private long trades;
  private long partials;
  private volatile double tradesPerPartialWindow;
  private volatile long watermarkMs;

  PreAggregateMetrics(MetricGroup group, Clock clock) {
    partialWindows = group.counter("partialWindows");
    group.gauge("tradesPerPartialWindow", () -> tradesPerPartialWindow);
    // Before the first watermark the lag counts from the start: without trades it must not look like none.
    watermarkMs = clock.millis();
    group.gauge("watermarkLagMs", () -> Math.max(0, clock.millis() - watermarkMs));
  }

  void sent(PartialWindow partial) {
    partialWindows.inc();
    partials++;
    trades += partial.prices.count;
  }

  /** All that were to be passed on together have been. */
  void passedOn() {
    if (partials > 0) {
      tradesPerPartialWindow = (double) trades / partials;
      partials = 0;
      trades = 0;
    }
  }

  /** @param timeMs of a watermark, in unix milliseconds */
  void watermark(long timeMs) {
    watermarkMs = timeMs;
  }
}
