package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Collectors;
import marketdata.Records;
import marketdata.contract.DeadLetterReason;
import marketdata.input.InputRecord;
import marketdata.output.DeadLetter;
import marketdata.output.Outputs;
import marketdata.output.WindowResult;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergeWindowsTest {
  private final Records records = new Records();
  private KeyedOneInputStreamOperatorTestHarness<String, PartialWindow, WindowResult> harness;

  @BeforeEach
  void open() throws Exception {
    harness = startedFrom(null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  private PartialWindow partial(String ticker, long start, double... prices) throws IOException {
    PartialWindow partial = new PartialWindow(ticker, start, start + 60);
    DataOutputSerializer raws = new DataOutputSerializer(64);
    for (double price : prices) {
      InputRecord record = records.trade(ticker, price, 1, start);
      partial.prices.add(price, 1, start, 0, record.raw.offset);
      record.raw.write(raws);
    }
    partial.records = raws.getCopyOfBuffer();
    return partial;
  }

  private void send(String ticker, long start, double... prices) throws Exception {
    harness.processElement(new StreamRecord<>(partial(ticker, start, prices)));
  }

  private List<String> results() {
    List<String> results = harness.extractOutputValues().stream()
        .map(result -> result.aggregate)
        .map(a -> a.getTicker() + " " + a.getWindowStart() + "-" + a.getWindowEnd() + " ×" + a.getRecordCount() + " " + a.getPriceSum())
        .collect(Collectors.toList());
    harness.getOutput().clear();
    return results;
  }

  private List<DeadLetter> deadLetters() {
    Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(Outputs.DEAD_LETTERS);
    return letters == null ? List.of() : new ArrayList<>(letters.stream().map(StreamRecord::getValue).collect(Collectors.toList()));
  }

  private KeyedOneInputStreamOperatorTestHarness<String, PartialWindow, WindowResult> startedFrom(OperatorSubtaskState state)
      throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, PartialWindow, WindowResult> started =
        new KeyedOneInputStreamOperatorTestHarness<>(new MergeWindows(() -> 0), PartialWindow::getTicker, Types.STRING);
    started.setStateBackend(backend());
    started.setup();
    if (state != null) {
      started.initializeState(state);
    }
    started.open();
    return started;
  }

  /** Where open windows are stored for a snapshot. */
  StateBackend backend() {
    return new HashMapStateBackend();
  }

  private OperatorSubtaskState snapshot() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    return harness.snapshot(1, 1);
  }

  private void restart() throws Exception {
    OperatorSubtaskState state = snapshot();
    harness.close();
    harness = startedFrom(state);
  }

  @Test
  void mergesWhatTheSubtasksSawAndEmitsWhenTheWindowIsOver() throws Exception {
    send("A", 60, 1, 2);
    send("A", 60, 4);
    harness.processWatermark(119_998);
    assertEquals(List.of(), results());
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×3 7.0"), results());
  }

  @Test
  void keepsTickersAndWindowsApart() throws Exception {
    send("A", 120, 1);
    send("A", 60, 2);
    send("B", 60, 4);
    harness.processWatermark(1_000_000);
    assertEquals(
        List.of("A 120-180 ×1 1.0", "A 60-120 ×1 2.0", "B 60-120 ×1 4.0"), results().stream().sorted().collect(Collectors.toList()));
  }

  @Test
  void lateTradesBecomeDeadLettersAsTheyCame() throws Exception {
    harness.processWatermark(119_999);
    send("A", 60, 1, 2);
    harness.processWatermark(1_000_000);
    assertEquals(List.of(), results());
    List<DeadLetter> letters = deadLetters();
    assertEquals(List.of(DeadLetterReason.LATE, DeadLetterReason.LATE), letters.stream().map(l -> l.reason).collect(Collectors.toList()));
    assertEquals(Records.json("A", 2, 1, 60), new String(letters.get(1).raw.value, StandardCharsets.UTF_8));
    assertEquals("input/0/1", letters.get(1).raw.source());
    assertEquals("timestamp is in the window from 60 to 120, which had closed when it arrived", letters.get(0).detail);
  }

  @Test
  void lateTradesWithoutTheirRecordsStopTheJobBeforeTheyAreLost() throws Exception {
    harness.processWatermark(119_999);
    PartialWindow partial = partial("A", 60, 1);
    partial.records = null;
    Exception stopped = assertThrows(IllegalStateException.class, () -> harness.processElement(new StreamRecord<>(partial)));
    assertTrue(stopped.getMessage().contains("Trades of A came without their records"), stopped.getMessage());
  }

  @Test
  void aTradeAMillisecondBeforeTheEndIsNotLate() throws Exception {
    harness.processWatermark(119_998);
    send("A", 60, 1);
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×1 1.0"), results());
    assertEquals(List.of(), deadLetters());
  }

  @Test
  void anOpenWindowSurvivesARestart() throws Exception {
    send("A", 60, 1);
    restart();
    send("A", 60, 2);
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×2 3.0"), results());
  }

  @Test
  void aClosedWindowStaysClosedAfterARestart() throws Exception {
    send("A", 60, 1);
    harness.processWatermark(119_999);
    restart();
    results();
    send("A", 60, 2);
    send("A", 120, 4);
    harness.processWatermark(1_000_000);
    assertEquals(List.of("A 120-180 ×1 4.0"), results());
    assertEquals(1, deadLetters().size());
  }

  @Test
  void afterARestartAWindowThatWasOverForOneTickerIsOverForAll() throws Exception {
    send("A", 60, 1);
    harness.processWatermark(119_999);
    restart();
    send("B", 60, 1);
    send("B", 120, 2);
    results();
    harness.processWatermark(1_000_000);
    assertEquals(List.of("B 120-180 ×1 2.0"), results());
    assertEquals(1, deadLetters().size());
  }

  @Test
  void afterARestartAnEmptyWindowThatWasOverIsOver() throws Exception {
    harness.processWatermark(119_999);
    restart();
    send("A", 60, 1);
    send("A", 120, 2);
    harness.processWatermark(1_000_000);
    assertEquals(List.of("A 120-180 ×1 2.0"), results());
    assertEquals(1, deadLetters().size());
  }

  @Test
  void aDrainEndsTheWindowsThatAreOpenAndNoLaterOnes() throws Exception {
    send("A", 60, 1);
    send("A", 120, 2);
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertEquals(List.of("A 60-120 ×1 1.0", "A 120-180 ×1 2.0"), results());
    restart();
    send("A", 120, 4);
    send("A", 180, 8);
    harness.processWatermark(1_000_000);
    assertEquals(List.of("A 180-240 ×1 8.0"), results());
    assertEquals(1, deadLetters().size());
  }

  @Test
  void aWindowGoesOnAfterASnapshot() throws Exception {
    send("A", 60, 1);
    snapshot();
    send("A", 60, 2);
    snapshot();
    send("A", 60, 4);
    send("B", 60, 8);
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×3 7.0", "B 60-120 ×1 8.0"), results());
    restart();
    harness.processWatermark(1_000_000);
    assertEquals(List.of(), results());
  }

  @Test
  void moreWindowsThanMemoryMayHoldAreAllEmittedOnce() throws Exception {
    int tickers = 40_000;
    for (double price : new double[] {1, 2}) {
      for (int ticker = 0; ticker < tickers; ticker++) {
        send("T" + ticker, 60, price);
      }
    }
    harness.processWatermark(119_999);
    List<String> results = results();
    assertEquals(tickers, results.size());
    assertEquals(tickers, results.stream().distinct().filter(result -> result.endsWith(" 60-120 ×2 3.0")).count());
  }

  @Test
  void windowsThatHaveMovedToTheStateAreEmittedOnceAcrossARestart() throws Exception {
    int tickers = 1000;
    for (int ticker = 0; ticker < tickers; ticker++) {
      send("T" + ticker, 60, 1);
      send("T" + ticker, 120, 1);
    }
    restart();
    harness.processWatermark(119_999);
    assertEquals(tickers, results().stream().distinct().filter(result -> result.endsWith(" 60-120 ×1 1.0")).count());
    restart();
    for (int ticker = 0; ticker < tickers; ticker++) {
      send("T" + ticker, 120, 2);
    }
    harness.processWatermark(1_000_000);
    List<String> results = results();
    assertEquals(tickers, results.size());
    assertEquals(tickers, results.stream().distinct().filter(result -> result.endsWith(" 120-180 ×2 3.0")).count());
  }

  @Test
  void windowsThatAnEarlierVersionHadEmittedStayClosed() throws Exception {
    harness.close();
    Map<String, Long> ends = new HashMap<>(Map.of("A", 120L, "B", 60L));
    for (int index = 0; index < 1000; index++) {
      ends.put("T" + index, 60L);
    }
    harness = startedFrom(EarlierMergeWindows.snapshotAfterEmitting(ends, backend()));
    send("A", 60, 1);
    send("B", 60, 1);
    send("B", 120, 2);
    restart();
    send("A", 60, 4);
    harness.processWatermark(1_000_000);
    assertEquals(List.of("B 120-180 ×1 2.0"), results());
    assertEquals(1, deadLetters().size());
  }

  @Test
  void theClosingTradesCorrelationIdGoesAlong() throws Exception {
    PartialWindow first = partial("A", 60, 1);
    first.prices.correlationId = "first";
    PartialWindow last = partial("A", 60, 2);
    last.prices.correlationId = "last";
    harness.processElement(new StreamRecord<>(last));
    harness.processElement(new StreamRecord<>(first));
    send("B", 60, 1);
    harness.processWatermark(119_999);
    for (WindowResult result : harness.extractOutputValues()) {
      if (result.aggregate.getTicker().equals("A")) {
        assertEquals("last", result.correlationId);
      } else {
        assertNull(result.correlationId);
      }
    }
  }
}
