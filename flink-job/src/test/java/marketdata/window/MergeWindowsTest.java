package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import marketdata.Records;
import marketdata.contract.DeadLetterReason;
import marketdata.output.DeadLetter;
import marketdata.output.WindowResult;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;

class MergeWindowsTest extends MergeWindowsFixture {
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
  void tradesOfWindowsThatAreGoneBecomeDeadLettersAsTheyCame() throws Exception {
    harness.processWatermark(GONE_AT_MS);
    send("A", 60, 1, 2);
    harness.processWatermark(1_000_000);
    assertEquals(List.of(), results());
    List<DeadLetter> letters = deadLetters();
    assertEquals(List.of(DeadLetterReason.LATE, DeadLetterReason.LATE), letters.stream().map(l -> l.reason).collect(Collectors.toList()));
    assertEquals(Records.json("A", 2, 1, 60), new String(letters.get(1).raw.value, StandardCharsets.UTF_8));
    assertEquals("input/0/1", letters.get(1).raw.source());
    assertEquals("timestamp is in the window from 60 to 120, which had left the state when it arrived", letters.get(0).detail);
  }

  @Test
  void tradesOfThemWithoutTheirRecordsStopTheJobBeforeTheyAreLost() throws Exception {
    harness.processWatermark(GONE_AT_MS);
    PartialWindow partial = partial("A", 60, 1);
    partial.records = null;
    Exception stopped = assertThrows(IllegalStateException.class, () -> harness.processElement(new StreamRecord<>(partial)));
    assertTrue(stopped.getMessage().contains("Trades of A came without their records"), stopped.getMessage());
  }

  @Test
  void aTradeThatComesLaterMakesItsWindowComeAgain() throws Exception {
    send("A", 60, 1);
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×1 1.0"), results());
    send("A", 60, 2);
    assertEquals(List.of(), results());
    harness.processWatermark(120_000);
    assertEquals(List.of("A 60-120 ×2 3.0"), results());
    harness.processWatermark(130_000);
    assertEquals(List.of(), results());
    send("A", 60, 4);
    harness.processWatermark(GONE_AT_MS - 1);
    assertEquals(List.of("A 60-120 ×3 7.0"), results());
    assertEquals(List.of(), deadLetters());
  }

  /** A watermark may pass the end of the retention at once. */
  @Test
  void aTradeCountsThatComesBeforeTheWatermarkWithWhichItsWindowIsGone() throws Exception {
    send("A", 60, 1);
    harness.processWatermark(119_999);
    snapshot();
    send("B", 60, 1);
    harness.processWatermark(120_000);
    results();
    send("A", 60, 2);
    send("B", 60, 2);
    harness.processWatermark(10_000_000);
    assertEquals(List.of("A 60-120 ×2 3.0", "B 60-120 ×2 3.0"), results().stream().sorted().collect(Collectors.toList()));
  }

  @Test
  void theFirstTradeOfAWindowThatIsOverMakesIt() throws Exception {
    harness.processWatermark(200_000);
    send("A", 60, 1);
    harness.processWatermark(GONE_AT_MS - 1);
    assertEquals(List.of("A 60-120 ×1 1.0"), results());
    harness.processWatermark(GONE_AT_MS);
    send("A", 60, 2);
    assertEquals(1, deadLetters().size());
  }

  @Test
  void nothingIsLeftOfWindowsThatAreGone() throws Exception {
    for (long start = 60; start < 6_000; start += 60) {
      send("A", start, 1);
      snapshot();
      send("B", start, 1);
      harness.processWatermark(start * 1000 + 59_999);
      snapshot();
    }
    assertTrue(harness.numEventTimeTimers() <= 6, harness.numEventTimeTimers() + " timers");
    harness.processWatermark(10_000_000);
    snapshot();
    assertEquals(0, harness.numEventTimeTimers());
    assertEquals(0, storedTickers());
    assertEquals(2 * 99, results().size());
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
