package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import marketdata.Records;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;

class TradeTimeWatermarksTest {
  private final Records records = new Records();
  private final ManualClock activity = new ManualClock();
  private final List<String> emitted = new ArrayList<>();
  private final TradeTimeWatermarks watermarks =
      new TradeTimeWatermarks(Duration.ofSeconds(5), Duration.ofSeconds(30), activity);
  private final WatermarkOutput output = new WatermarkOutput() {
    @Override
    public void emitWatermark(Watermark watermark) {
      emitted.add(String.valueOf(watermark.getTimestamp()));
    }

    @Override
    public void markIdle() {
      emitted.add("idle");
    }

    @Override
    public void markActive() {}
  };

  private void receive(InputRecord record) {
    watermarks.onEvent(record, 0, output);
  }

  private List<String> emit() {
    emitted.clear();
    watermarks.onPeriodicEmit(output);
    return emitted;
  }

  private static List<String> watermark(long seconds) {
    return List.of(String.valueOf((seconds - 5) * 1000 - 1));
  }

  @Test
  void followsTheNewestTradeAtADistance() {
    receive(records.trade("A", 1, 1, 1000));
    receive(records.trade("A", 1, 1, 998));
    assertEquals(watermark(1000), emit());
  }

  @Test
  void saysNothingBeforeTheFirstTrade() {
    assertEquals(List.of(), emit());
  }

  @Test
  void neitherJunkNorTheFarFutureMovesIt() {
    receive(records.trade("A", 1, 1, 1000));
    receive(records.of("junk"));
    receive(records.trade("A", 1, 1, 253_402_300_799L));
    assertEquals(watermark(1000), emit());
  }

  /** Live or in a backlog: when it is read changes nothing. */
  @Test
  void aTradeAheadOfKafkasTimeMovesItAsKafkasTimeMoves() {
    receive(records.trade(Records.NOW + 200, Records.NOW));
    assertEquals(watermark(Records.NOW), emit());
    receive(records.trade(Records.NOW + 101, Records.NOW + 100));
    assertEquals(watermark(Records.NOW + 100), emit());
    receive(records.trade(Records.NOW + 250, Records.NOW + 600));
    assertEquals(watermark(Records.NOW + 250), emit());
  }

  @Test
  void aLateTradeIsNoActivity() {
    Lateness lateness = new Lateness(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(60));
    activity.advanceTime(Duration.ofSeconds(29));
    receive(lateness.judge(records.trade(960, 1086)));
    activity.advanceTime(Duration.ofSeconds(1));
    assertEquals(List.of("idle"), emit());
  }

  @Test
  void aPartitionWithoutTradesGoesIdle() {
    receive(records.trade("A", 1, 1, 1000));
    assertEquals(watermark(1000), emit());
    activity.advanceTime(Duration.ofSeconds(29));
    assertEquals(watermark(1000), emit());
    activity.advanceTime(Duration.ofSeconds(1));
    assertEquals(List.of("idle"), emit());
    receive(records.trade("A", 1, 1, 1001));
    assertEquals(watermark(1001), emit());
  }

  @Test
  void aPartitionOfJunkGoesIdle() {
    activity.advanceTime(Duration.ofSeconds(29));
    receive(records.of("junk"));
    activity.advanceTime(Duration.ofSeconds(1));
    assertEquals(List.of("idle"), emit());
  }
}
