package marketdata.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import marketdata.Records;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.input.Lateness;
import marketdata.input.RawRecord;
import marketdata.input.TickerHash;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** One partition of a simulated topic: trades out of order, some of them late, and times in which none come. */
final class SimulatedSource {
  private static final Lateness LATENESS = new Lateness(
      Duration.ofSeconds(60), Duration.ofMillis(SimulatedJob.OUT_OF_ORDERNESS_MS), Duration.ofSeconds(SimulatedJob.ALLOWED_LATENESS_SECONDS));

  private final List<InputRecord> trades = new ArrayList<>();
  private final List<Long> arrivalsMs = new ArrayList<>();

  SimulatedSource(Random random, int partition, long fromMs, long untilMs) {
    long nowMs = fromMs;
    while (nowMs < untilMs) {
      boolean pauses = random.nextInt(40) == 0;
      nowMs += pauses ? random.nextInt(120_000) : random.nextInt(3_000);
      // Some are late, and some clocks are fast.
      int delaySeconds = random.nextInt(10) == 0 ? random.nextInt(250) - 100 : random.nextInt(6);
      trades.add(LATENESS.judge(trade(random, partition, nowMs / 1000 - delaySeconds, nowMs)));
      arrivalsMs.add(nowMs);
    }
  }

  private InputRecord trade(Random random, int partition, long timestamp, long kafkaMs) {
    StockPrice trade = new StockPrice();
    trade.setTicker("T" + random.nextInt(3));
    trade.setPrice(1 + random.nextInt(1000) / 4.0);
    trade.setVolume(random.nextInt(1_000_000));
    trade.setTimestamp(timestamp);
    InputRecord record = new InputRecord();
    record.kafkaMs = kafkaMs;
    record.tickerHash = TickerHash.of(trade.getTicker());
    record.trade = trade;
    record.raw = new RawRecord();
    record.raw.topic = "input";
    record.raw.partition = partition;
    record.raw.offset = trades.size();
    record.raw.value = Records.json(trade.getTicker(), trade.getPrice(), trade.getVolume(), timestamp).getBytes();
    record.raw.headers = new RecordHeaders();
    return record;
  }

  List<InputRecord> trades() {
    return trades;
  }

  boolean has(int position, long nowMs) {
    return position < trades.size() && arrivalsMs.get(position) <= nowMs;
  }

  InputRecord at(int position) {
    return trades.get(position);
  }
}
