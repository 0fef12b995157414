package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketdata.Clock;
import marketdata.Records;
import marketdata.input.ConfirmedSilence;
import marketdata.input.InputRecord;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreAggregateTest {
  private final Records records = new Records();
  private static final long OUT_OF_ORDERNESS_MS = 5_000;

  private long nowMs;
  /** Fetches that Kafka has answered; negative: there is no consumer. */
  private long answered = -1;
  private final PreAggregate operator = new PreAggregate(60, 100, OUT_OF_ORDERNESS_MS, () -> nowMs) {
    @Override
    ConfirmedSilence silence(int subtask, Clock clock) {
      return new ConfirmedSilence(clock, () -> answered);
    }
  };
  private OneInputStreamOperatorTestHarness<InputRecord, PartialWindow> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(operator);
    harness.getExecutionConfig().enableObjectReuse();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private void trade(String ticker, long timestamp) throws Exception {
    harness.processElement(new StreamRecord<>(records.trade(ticker, 1, 1, timestamp)));
  }

  private List<String> output() {
    List<String> output = harness.getOutput().stream().map(PreAggregateTest::describe).collect(Collectors.toList());
    harness.getOutput().clear();
    return output;
  }

  private static String describe(Object element) {
    if (!(element instanceof StreamRecord)) {
      return element instanceof Watermark ? "watermark " + ((Watermark) element).getTimestamp() : "status";
    }
    PartialWindow partial = (PartialWindow) ((StreamRecord<?>) element).getValue();
    return partial.ticker + " " + partial.start + "-" + partial.end + " ×" + partial.prices.count;
  }

  @Test
  void addsUpAndLeavesBeforeTheWatermark() throws Exception {
    trade("A", 60);
    trade("A", 119);
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×2", "watermark 119999"), output());
  }

  @Test
  void holdsAWindowAcrossWatermarksThatDoNotCloseIt() throws Exception {
    trade("A", 60);
    harness.processWatermark(119_998);
    trade("A", 119);
    assertEquals(List.of("watermark 119998"), output());
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×2", "watermark 119999"), output());
  }

  @Test
  void aWatermarkTakesOnlyTheWindowsThatItCloses() throws Exception {
    trade("A", 60);
    trade("A", 120);
    trade("B", 180);
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×1", "watermark 119999"), output());
    trade("A", 121);
    harness.processWatermark(239_999);
    assertEquals(
        List.of("A 120-180 ×2", "B 180-240 ×1", "watermark 239999"), output().stream().sorted().collect(Collectors.toList()));
  }

  @Test
  void afterIdlenessItHoldsWindowsAgain() throws Exception {
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
    trade("A", 60);
    harness.processWatermark(61_000);
    trade("A", 61);
    assertEquals(List.of("status", "status", "watermark 61000"), output());
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×2", "watermark 119999"), output());
  }

  /** A second later, at the end of which Kafka has answered, or not. */
  private List<String> outputOfASecond(boolean answers) throws Exception {
    nowMs += PreAggregate.CLOCK_INTERVAL_MS;
    answered += answers ? 1 : 0;
    harness.setProcessingTime(nowMs);
    return output();
  }

  @Test
  void whileIdleEventTimeFollowsTheClockAsLongAsKafkaAnswers() throws Exception {
    answered = 7;
    nowMs = 124_000;
    harness.setProcessingTime(nowMs);
    trade("A", 60);
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    assertEquals(List.of("A 60-120 ×1"), output());
    assertEquals(List.of("watermark 118999"), outputOfASecond(true));
    assertEquals(List.of("watermark 119999"), outputOfASecond(true));
    assertEquals(List.of(), outputOfASecond(false));
    assertEquals(List.of(), outputOfASecond(false));
    assertEquals(List.of("watermark 120999"), outputOfASecond(true));
    harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
    assertEquals(List.of(), outputOfASecond(true));
    harness.processWatermark(100_000);
    assertEquals(List.of(), output());
    harness.processWatermark(130_000);
    assertEquals(List.of("watermark 130000"), output());
  }

  @Test
  void aSecondIdlenessBeginsAnew() throws Exception {
    answered = 7;
    for (int round = 0; round < 2; round++) {
      harness.processWatermarkStatus(WatermarkStatus.IDLE);
      assertEquals(1, outputOfASecond(true).size());
      assertEquals(1, outputOfASecond(true).size());
      harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
    }
    nowMs += 60_000;
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    assertEquals(List.of(), outputOfASecond(false));
  }

  @Test
  void keepsTickersAndWindowsApart() throws Exception {
    trade("A", 60);
    trade("B", 60);
    trade("A", 120);
    trade("A", 119);
    operator.prepareSnapshotPreBarrier(1);
    assertEquals(
        List.of("A 120-180 ×1", "A 60-120 ×2", "B 60-120 ×1"), output().stream().sorted().collect(Collectors.toList()));
  }

  @Test
  void holdsNothingAcrossACheckpoint() throws Exception {
    trade("A", 60);
    operator.prepareSnapshotPreBarrier(1);
    assertEquals(List.of("A 60-120 ×1"), output());
    operator.prepareSnapshotPreBarrier(2);
    assertEquals(List.of(), output());
  }

  @Test
  void holdsNothingWhileIdle() throws Exception {
    trade("A", 60);
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    assertEquals(List.of("A 60-120 ×1", "status"), output());
  }

  @Test
  void holdsNothingAtTheEnd() throws Exception {
    trade("A", 60);
    operator.finish();
    assertEquals(List.of("A 60-120 ×1"), output());
  }

  @Test
  void boundsTheWindowsThatItHolds() throws Exception {
    for (int index = 0; index < 16_384; index++) {
      trade("T" + index, 60);
    }
    assertEquals(16_384, output().size());
  }

  /** Each two letters can be either of two pairs with the same String.hashCode: choosing such tickers gains nothing. */
  @Test
  void tickersWithOneHashCodeAreHeldLikeOthers() throws Exception {
    List<String> tickers = List.of("");
    for (int pair = 0; pair < 6; pair++) {
      tickers = tickers.stream().flatMap(start -> Stream.of(start + "AX", start + "B9")).collect(Collectors.toList());
    }
    assertEquals(1, tickers.stream().map(String::hashCode).distinct().count());
    for (int round = 0; round < 100; round++) {
      for (String ticker : tickers) {
        trade(ticker, 60);
      }
    }
    assertEquals(List.of(), output());
  }

  @Test
  void manyWindowsOfOneTickerAreKeptApart() throws Exception {
    for (int index = 1; index <= 2_000; index++) {
      trade("A", 60 * index);
      trade("A", 60 * index);
    }
    operator.prepareSnapshotPreBarrier(1);
    List<String> output = output();
    assertEquals(2_000, output.size());
    assertEquals(2_000, output.stream().distinct().filter(window -> window.endsWith("×2")).count());
  }

  /** An aggregate must fit its topic: a longer id would be a header of any size. */
  @ParameterizedTest
  @ValueSource(strings = {"", "id\n", "\u0000", "caf\u00e9", "\ufffd"})
  void aCorrelationIdThatIsNoShortAsciiTextIsLeftOut(String id) throws Exception {
    harness.processElement(new StreamRecord<>(records.trade("A", 1, 1, 60, id)));
    harness.processElement(new StreamRecord<>(records.trade("B", 1, 1, 60, "x".repeat(257))));
    harness.processElement(new StreamRecord<>(records.trade("C", 1, 1, 60, "x".repeat(256))));
    operator.prepareSnapshotPreBarrier(1);
    for (PartialWindow partial : harness.extractOutputValues()) {
      assertEquals(partial.ticker.equals("C") ? "x".repeat(256) : null, partial.prices.correlationId);
    }
  }

  @Test
  void theClosingTradesCorrelationIdGoesAlong() throws Exception {
    harness.processElement(new StreamRecord<>(records.trade("A", 1, 1, 61, "closing")));
    harness.processElement(new StreamRecord<>(records.trade("A", 1, 1, 60, "opening")));
    operator.prepareSnapshotPreBarrier(1);
    assertEquals("closing", harness.extractOutputValues().get(0).prices.correlationId);
  }
}
