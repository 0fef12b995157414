package marketdata.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import marketdata.Records;
import marketdata.contract.StockPrice;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** One partition of a simulated topic: trades out of order, some of them late, and times in which none come. */
final class SimulatedSource {
  private final List<InputRecord> trades = new ArrayList<>();
  private final List<Long> arrivalsMs = new ArrayList<>();

  SimulatedSource(Random random, int partition, long fromMs, long untilMs) {
    long nowMs = fromMs;
    while (nowMs < untilMs) {
      boolean pauses = random.nextInt(40) == 0;
      nowMs += pauses ? random.nextInt(120_000) : random.nextInt(3_000);
      int delaySeconds = random.nextInt(10) == 0 ? random.nextInt(150) : random.nextInt(6);
      trades.add(trade(random, partition, nowMs / 1000 - delaySeconds));
      arrivalsMs.add(nowMs);
    }
  }

  private InputRecord trade(Random random, int partition, long timestamp) {
    StockPrice trade = new StockPrice();
    trade.setTicker("T" + random.nextInt(3));
    trade.setPrice(1 + random.nextInt(1000) / 4.0);
    trade.setVolume(random.nextInt(1_000_000));
    trade.setTimestamp(timestamp);
    InputRecord record = new InputRecord();
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

  /** Whether a trade of that second, or a newer one, is before the position. */
  boolean bringsBefore(int position, long second) {
    return trades.subList(0, position).stream().anyMatch(record -> record.trade.getTimestamp() >= second);
  }
}
