package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import marketdata.contract.StockAggregate;
import org.junit.jupiter.api.Test;

class PriceAccumulatorTest {
  private static PriceAccumulator of(double... prices) {
    PriceAccumulator accumulator = new PriceAccumulator();
    for (int index = 0; index < prices.length; index++) {
      accumulator.add(prices[index], 10, 1000 + index, 0, index);
    }
    return accumulator;
  }

  private static void add(PriceAccumulator accumulator, Tick tick, long shares) {
    accumulator.add(tick.price, shares, tick.timestamp, tick.partition, tick.offset);
  }

  private static StockAggregate aggregate(PriceAccumulator accumulator) {
    return accumulator.toAggregate("AMZN", 960, 1020);
  }

  @Test
  void aggregatesTheWindow() {
    StockAggregate aggregate = aggregate(of(2, 1, 4, 3));
    assertEquals(4, aggregate.getRecordCount());
    assertEquals(10, aggregate.getPriceSum());
    assertEquals(2.5, aggregate.getPriceAvg());
    assertEquals(1, aggregate.getPriceMin());
    assertEquals(4, aggregate.getPriceMax());
    assertEquals(2, aggregate.getPriceOpen());
    assertEquals(3, aggregate.getPriceClose());
    assertEquals(40, aggregate.getVolumeSum());
    assertEquals("AMZN 960 1020", aggregate.getTicker() + " " + aggregate.getWindowStart() + " " + aggregate.getWindowEnd());
  }

  @Test
  void tiesOfTimeAreDecidedByPartitionThenOffset() {
    List<Tick> ticks = List.of(
        new Tick(1, 1000, 0, 9), new Tick(2, 1000, 1, 2), new Tick(3, 1000, 1, 4), new Tick(4, 1000, 1, 3));
    for (int round = 0; round < 4; round++) {
      List<Tick> arrived = new ArrayList<>(ticks);
      Collections.rotate(arrived, round);
      PriceAccumulator accumulator = new PriceAccumulator();
      arrived.forEach(tick -> add(accumulator, tick, 0));
      assertEquals(1, accumulator.open.price);
      assertEquals(3, accumulator.close.price);
    }
  }

  @Test
  void neitherOrderNorSplittingChangesTheResult() {
    Random random = new Random(42);
    List<Tick> ticks = new ArrayList<>();
    for (int index = 0; index < 2000; index++) {
      ticks.add(new Tick(Math.pow(10, random.nextInt(16) - 6) * (1 + random.nextDouble()), random.nextInt(5), 0, index));
    }
    PriceAccumulator whole = new PriceAccumulator();
    ticks.forEach(tick -> add(whole, tick, tick.offset));
    Collections.shuffle(ticks, random);
    PriceAccumulator merged = new PriceAccumulator();
    add(merged, ticks.get(0), ticks.get(0).offset);
    for (int from = 1; from < ticks.size(); from += 100) {
      PriceAccumulator part = new PriceAccumulator();
      ticks.subList(from, Math.min(from + 100, ticks.size())).forEach(tick -> add(part, tick, tick.offset));
      merged.merge(part);
    }
    StockAggregate expected = aggregate(whole);
    StockAggregate actual = aggregate(merged);
    assertEquals(expected.getPriceSum(), actual.getPriceSum(), expected.getPriceSum() * 1e-15);
    actual.setPriceSum(expected.getPriceSum());
    actual.setPriceAvg(expected.getPriceAvg());
    assertEquals(expected, actual);
  }

  @Test
  void aSumKeepsWhatPlainAdditionLoses() {
    assertEquals(1e16 + 10, aggregate(of(1e16, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)).getPriceSum());
  }

  @Test
  void aSumBeyondDoublesStaysFinite() {
    PriceAccumulator accumulator = of(Double.MAX_VALUE, Double.MAX_VALUE, 1);
    accumulator.merge(of(Double.MAX_VALUE, 1));
    StockAggregate aggregate = aggregate(accumulator);
    assertEquals(Double.MAX_VALUE, aggregate.getPriceSum());
    assertTrue(aggregate.getPriceAvg() >= 1 && aggregate.getPriceAvg() <= Double.MAX_VALUE);
  }

  @Test
  void theMeanStaysBetweenThePrices() {
    StockAggregate aggregate = aggregate(of(0.1, 0.1, 0.1));
    assertEquals(0.1, aggregate.getPriceAvg());
  }

  @Test
  void aVolumeEndsAtTheLargestSafeInteger() {
    PriceAccumulator accumulator = new PriceAccumulator();
    accumulator.add(1, PriceAccumulator.MAX_VOLUME, 1, 0, 0);
    accumulator.add(1, PriceAccumulator.MAX_VOLUME, 1, 0, 1);
    assertEquals(PriceAccumulator.MAX_VOLUME, aggregate(accumulator).getVolumeSum());
  }
}
