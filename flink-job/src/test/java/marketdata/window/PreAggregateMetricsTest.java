package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class PreAggregateMetricsTest {
  private final Map<String, Gauge<?>> gauges = new HashMap<>();
  private long nowMs = 1_000_000;
  private final PreAggregateMetrics metrics = new PreAggregateMetrics(
      new UnregisteredMetricsGroup() {
        @Override
        public <T, G extends Gauge<T>> G gauge(String name, G gauge) {
          gauges.put(name, gauge);
          return gauge;
        }
      },
      () -> nowMs);

  private Object gauge(String name) {
    return gauges.get(name).getValue();
  }

  private void send(long trades) {
    PriceAccumulator prices = new PriceAccumulator();
    prices.count = trades;
    metrics.sent(new PartialWindow("A", 60, 120, prices));
  }

  @Test
  void theWatermarksLagCountsFromTheStartBeforeTheFirstOne() {
    nowMs += 90_000;
    assertEquals(90_000L, gauge("watermarkLagMs"));
    metrics.watermark(nowMs - 5_001);
    assertEquals(5_001L, gauge("watermarkLagMs"));
  }

  @Test
  void theEndOfEventTimeIsNoLag() {
    metrics.watermark(Long.MAX_VALUE);
    assertEquals(0L, gauge("watermarkLagMs"));
  }

  @Test
  void theRatioIsThatOfTheWindowsThatWerePassedOnLast() {
    assertEquals(0.0, gauge("tradesPerPartialWindow"));
    send(7);
    send(8);
    metrics.passedOn();
    assertEquals(7.5, gauge("tradesPerPartialWindow"));
    metrics.passedOn();
    assertEquals(7.5, gauge("tradesPerPartialWindow"));
    send(1);
    metrics.passedOn();
    assertEquals(1.0, gauge("tradesPerPartialWindow"));
  }
}
