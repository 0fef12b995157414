package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import marketdata.contract.StockAggregate;
import org.junit.jupiter.api.Test;

class PriceAccumulatorTest {
  private static PriceAccumulator of(double... prices) {
    TradeTotals totals = new TradeTotals();
    for (int index = 0; index < prices.length; index++) {
      totals.add(prices[index], 10, 1000 + index, 0, index);
    }
    return totals.toAccumulator();
  }

  private static PriceAccumulator of(List<Tick> ticks) {
    TradeTotals totals = new TradeTotals();
    ticks.forEach(tick -> totals.add(tick.price, tick.offset, tick.timestamp, tick.partition, tick.offset));
    return totals.toAccumulator();
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
      PriceAccumulator accumulator = of(arrived);
      assertEquals(1, accumulator.open.price);
      assertEquals(3, accumulator.close.price);
    }
  }

  /** Prices over 15 orders of magnitude, several a second and partition. */
  private static List<Tick> ticks(Random random) {
    List<Tick> ticks = new ArrayList<>();
    int count = 1 + random.nextInt(500);
    for (int index = 0; index < count; index++) {
      double price = Math.pow(10, random.nextInt(16) - 6) * (1 + random.nextDouble());
      ticks.add(new Tick(price, random.nextInt(5), random.nextInt(3), index));
    }
    return ticks;
  }

  /** Splits at a random place, over and over, and merges the halves in either order: any shape of tree. */
  private static PriceAccumulator inAnyTree(List<Tick> ticks, Random random) {
    if (ticks.size() == 1 || random.nextInt(6) == 0) {
      return of(ticks);
    }
    int split = 1 + random.nextInt(ticks.size() - 1);
    PriceAccumulator left = inAnyTree(ticks.subList(0, split), random);
    PriceAccumulator right = inAnyTree(ticks.subList(split, ticks.size()), random);
    PriceAccumulator first = random.nextBoolean() ? left : right;
    first.merge(first == left ? right : left);
    return first;
  }

  @Test
  void neitherOrderNorSplittingChangesTheResult() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Tick> ticks = ticks(random);
      BigDecimal sum = ticks.stream().map(tick -> new BigDecimal(tick.price)).reduce(BigDecimal.ZERO, BigDecimal::add);
      StockAggregate expected = aggregate(of(ticks));
      Collections.shuffle(ticks, random);
      StockAggregate actual = aggregate(inAnyTree(ticks, random));
      assertEquals(sum.doubleValue(), expected.getPriceSum(), sum.doubleValue() * 1e-14, "seed " + seed);
      assertEquals(expected.getPriceSum(), actual.getPriceSum(), expected.getPriceSum() * 1e-14, "seed " + seed);
      assertEquals(expected.getPriceAvg(), actual.getPriceAvg(), expected.getPriceAvg() * 1e-14, "seed " + seed);
      actual.setPriceSum(expected.getPriceSum());
      actual.setPriceAvg(expected.getPriceAvg());
      assertEquals(expected, actual, "seed " + seed);
    }
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
    TradeTotals totals = new TradeTotals();
    totals.add(1, PriceAccumulator.MAX_VOLUME, 1, 0, 0);
    totals.add(1, PriceAccumulator.MAX_VOLUME, 1, 0, 1);
    assertEquals(PriceAccumulator.MAX_VOLUME, aggregate(totals.toAccumulator()).getVolumeSum());
  }
}
