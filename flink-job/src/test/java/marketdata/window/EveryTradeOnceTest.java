package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketdata.Records;
import marketdata.contract.StockAggregate;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.output.WindowResult;
import org.junit.jupiter.api.Test;

/** Random topics, delays, idleness, backpressure, checkpoints, crashes and rescaling, compared with a plain computation. */
class EveryTradeOnceTest {
  private static final int RUNS = 150;
  private static final long START_MS = Records.NOW * 1000;
  private static final long LENGTH_MS = 900_000;

  private long lateTrades;
  private long emissions;
  private long windows;
  private int restarts;

  @Test
  void theLastEmissionOfAWindowCountsItsTradesWheneverTheyAreRead() throws Exception {
    for (int seed = 0; seed < RUNS; seed++) {
      run(seed);
    }
    assertTrue(
        lateTrades > 1000 && restarts > 100 && emissions > windows + 1000,
        lateTrades + " late, " + restarts + " restarts, " + emissions + " emissions of " + windows + " windows");
  }

  private void run(int seed) throws Exception {
    Random random = new Random(seed);
    List<SimulatedSource> partitions = new ArrayList<>();
    for (int partition = 0; partition < 4; partition++) {
      partitions.add(new SimulatedSource(random, partition, START_MS, START_MS + LENGTH_MS));
    }
    List<WindowResult> results = new ArrayList<>();
    List<String> late = new ArrayList<>();
    SimulatedCheckpoint checkpoint = null;
    SimulatedJob job = new SimulatedJob(partitions, 1 + random.nextInt(3), null, START_MS);
    // What a job has put out counts up to its newest checkpoint.
    int[] committed = {0, 0};
    try {
      for (long id = 1; job.nowMs < START_MS + LENGTH_MS; ) {
        job.nowMs += random.nextInt(1_000);
        job.step(random);
        if (!job.isStalled() && random.nextInt(60) == 0) {
          checkpoint = job.checkpoint(id++);
          committed = new int[] {job.results().size(), job.late.size()};
        }
        if (random.nextInt(600) == 0) {
          results.addAll(job.results().subList(0, committed[0]));
          late.addAll(job.late.subList(0, committed[1]));
          committed = new int[] {0, 0};
          job.close();
          job = new SimulatedJob(partitions, 1 + random.nextInt(3), checkpoint, job.nowMs + random.nextInt(60_000));
          restarts++;
        }
      }
      job.nowMs += LENGTH_MS;
      job.finish();
      results.addAll(job.results());
      late.addAll(job.late);
      assertEquals(List.of(), job.deadLetters(), "seed " + seed);
    } finally {
      job.close();
    }
    check("seed " + seed, partitions, results, late);
    lateTrades += late.size();
  }

  private void check(String run, List<SimulatedSource> partitions, List<WindowResult> results, List<String> late) {
    List<String> lateByThemselves = new ArrayList<>();
    Map<String, TradeTotals> expected = new TreeMap<>();
    for (SimulatedSource partition : partitions) {
      for (InputRecord record : partition.trades()) {
        if (record.isTrade()) {
          StockPrice trade = record.trade;
          expected.computeIfAbsent(trade.getTicker() + " " + trade.getTimestamp() / 60 * 60, window -> new TradeTotals())
              .add(trade.getPrice(), trade.getVolume(), trade.getTimestamp(), record.raw.partition, record.raw.offset);
        } else {
          lateByThemselves.add(record.raw.source());
        }
      }
    }
    assertEquals(sorted(lateByThemselves), sorted(late), run);
    Map<String, StockAggregate> last = new TreeMap<>();
    for (WindowResult result : results) {
      String window = result.aggregate.getTicker() + " " + result.aggregate.getWindowStart();
      StockAggregate before = last.put(window, result.aggregate);
      assertTrue(
          before == null || before.getRecordCount() < result.aggregate.getRecordCount(), run + ": " + window + " came again with no trade more");
    }
    Map<String, String> plain = new TreeMap<>();
    expected.forEach((window, prices) -> {
      String[] parts = window.split(" ");
      long start = Long.parseLong(parts[1]);
      plain.put(window, text(prices.toAccumulator().toAggregate(parts[0], start, start + 60)));
    });
    Map<String, String> actual = new TreeMap<>();
    last.forEach((window, aggregate) -> actual.put(window, text(aggregate)));
    assertEquals(plain, actual, run);
    windows += last.size();
    emissions += results.size();
  }

  private static List<String> sorted(List<String> places) {
    return places.stream().sorted().collect(Collectors.toList());
  }

  private static String text(StockAggregate aggregate) {
    return aggregate.toString().replaceFirst("^[^\\[]*", "");
  }
}
