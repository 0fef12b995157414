package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import marketdata.Records;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.output.DeadLetter;
import marketdata.output.WindowResult;
import org.junit.jupiter.api.Test;

/** Random topics, delays, idleness, backpressure, checkpoints, crashes and rescaling, compared with a plain computation. */
class EveryTradeOnceTest {
  private static final int RUNS = 150;
  private static final long START_MS = Records.NOW * 1000;
  private static final long LENGTH_MS = 900_000;

  private long lateTrades;
  private long carried;
  private long bare;
  private int restarts;

  @Test
  void everyTradeIsInOneWindowOrALateDeadLetterOnce() throws Exception {
    for (int seed = 0; seed < RUNS; seed++) {
      run(seed);
    }
    assertTrue(lateTrades > 1000 && restarts > 100 && bare > carried, lateTrades + " " + restarts + " " + bare + " " + carried);
  }

  private void run(int seed) throws Exception {
    Random random = new Random(seed);
    List<SimulatedSource> partitions = new ArrayList<>();
    for (int partition = 0; partition < 4; partition++) {
      partitions.add(new SimulatedSource(random, partition, START_MS, START_MS + LENGTH_MS));
    }
    List<WindowResult> results = new ArrayList<>();
    List<DeadLetter> letters = new ArrayList<>();
    Set<String> overtakable = new HashSet<>();
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
          committed = new int[] {job.results().size(), job.deadLetters().size()};
        }
        if (random.nextInt(600) == 0) {
          results.addAll(job.results().subList(0, committed[0]));
          letters.addAll(job.deadLetters().subList(0, committed[1]));
          committed = new int[] {0, 0};
          job.close();
          count(job);
          overtakable.addAll(job.overtakable);
          job = new SimulatedJob(partitions, 1 + random.nextInt(3), checkpoint, job.nowMs + random.nextInt(60_000));
          restarts++;
        }
      }
      job.nowMs += LENGTH_MS;
      job.finish();
      results.addAll(job.results());
      letters.addAll(job.deadLetters());
      count(job);
      overtakable.addAll(job.overtakable);
    } finally {
      job.close();
    }
    check("seed " + seed, partitions, results, letters, overtakable);
    lateTrades += letters.size();
  }

  private void count(SimulatedJob job) {
    carried += job.carried;
    bare += job.bare;
  }

  private static void check(
      String run, List<SimulatedSource> partitions, List<WindowResult> results, List<DeadLetter> letters, Set<String> overtakable) {
    Set<String> late = new HashSet<>();
    for (DeadLetter letter : letters) {
      assertTrue(late.add(letter.raw.source()), run + ": " + letter.raw.source() + " is in the dead letters twice");
    }
    Map<String, TradeTotals> expected = new TreeMap<>();
    for (SimulatedSource partition : partitions) {
      for (InputRecord record : partition.trades()) {
        if (late.contains(record.raw.source())) {
          assertTrue(mayBeLate(record, partitions, overtakable), run + ": " + record.raw.source() + " was in time");
        } else {
          StockPrice trade = record.trade;
          expected.computeIfAbsent(trade.getTicker() + " " + trade.getTimestamp() / 60 * 60, window -> new TradeTotals())
              .add(trade.getPrice(), trade.getVolume(), trade.getTimestamp(), record.raw.partition, record.raw.offset);
        }
      }
    }
    Map<String, String> actual = new TreeMap<>();
    for (WindowResult result : results) {
      String window = result.aggregate.getTicker() + " " + result.aggregate.getWindowStart();
      assertNull(actual.put(window, result.aggregate.toString().replaceFirst("^[^\\[]*", "")), run + ": " + window + " came twice");
    }
    Map<String, String> plain = new TreeMap<>();
    expected.forEach((window, prices) -> {
      String[] parts = window.split(" ");
      long start = Long.parseLong(parts[1]);
      plain.put(window, prices.toAccumulator().toAggregate(parts[0], start, start + 60).toString().replaceFirst("^[^\\[]*", ""));
    });
    assertEquals(plain, actual, run);
  }

  /** A window is over when its trade's own partition has passed it, or another one has while that one was idle. */
  private static boolean mayBeLate(InputRecord late, List<SimulatedSource> partitions, Set<String> overtakable) {
    SimulatedSource own = partitions.get(late.raw.partition);
    long closes = late.trade.getTimestamp() / 60 * 60 + 60 + SimulatedJob.OUT_OF_ORDERNESS_MS / 1000;
    boolean passed = own.bringsBefore((int) late.raw.offset, closes);
    return passed || overtakable.contains(late.raw.source())
        && partitions.stream().anyMatch(other -> other != own && other.bringsBefore(other.trades().size(), closes));
  }
}
