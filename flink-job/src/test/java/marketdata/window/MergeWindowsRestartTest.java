package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.junit.jupiter.api.Test;

/** What a restart finds in the state: open windows go on, and those that were over stay so. */
class MergeWindowsRestartTest extends MergeWindowsFixture {
  @Test
  void anOpenWindowSurvivesARestart() throws Exception {
    send("A", 60, 1);
    restart();
    send("A", 60, 2);
    harness.processWatermark(119_999);
    assertEquals(List.of("A 60-120 ×2 3.0"), results());
  }

  @Test
  void anEmittedWindowComesAgainAfterARestartOnlyWithATradeMore() throws Exception {
    send("A", 60, 1);
    send("B", 60, 1);
    harness.processWatermark(119_999);
    restart();
    results();
    send("A", 60, 2);
    send("A", 120, 4);
    harness.processWatermark(180_000);
    assertEquals(List.of("A 120-180 ×1 4.0", "A 60-120 ×2 3.0"), results().stream().sorted().collect(Collectors.toList()));
    restart();
    send("A", 60, 8);
    snapshot();
    send("A", 60, 16);
    harness.processWatermark(180_000);
    harness.processWatermark(180_001);
    assertEquals(List.of("A 60-120 ×4 27.0"), results());
  }

  @Test
  void aWindowThatIsGoneStaysSoAfterARestartForAllTickers() throws Exception {
    send("A", 60, 1);
    harness.processWatermark(GONE_AT_MS);
    restart();
    send("A", 60, 2);
    send("B", 60, 1);
    send("B", 120, 2);
    results();
    harness.processWatermark(GONE_AT_MS);
    assertEquals(List.of("B 120-180 ×1 2.0"), results());
    assertEquals(2, deadLetters().size());
  }

  @Test
  void aDrainEmitsTheWindowsThatAreOpenAndLaterTradesMakeThemComeAgain() throws Exception {
    send("A", 60, 1);
    send("A", 120, 2);
    harness.processWatermark(Watermark.MAX_WATERMARK);
    assertEquals(List.of("A 120-180 ×1 2.0", "A 60-120 ×1 1.0"), results().stream().sorted().collect(Collectors.toList()));
    restart();
    send("A", 120, 4);
    send("A", 180, 8);
    harness.processWatermark(250_000);
    assertEquals(List.of("A 120-180 ×2 6.0", "A 180-240 ×1 8.0"), results().stream().sorted().collect(Collectors.toList()));
    assertEquals(0, deadLetters().size());
    harness.processWatermark(1_000_000);
    snapshot();
    assertEquals(0, storedTickers());
    assertEquals(List.of(), results());
  }

  @Test
  void anotherRetentionAfterARestartHoldsForTheWindowsThatAreThere() throws Exception {
    for (long retention : new long[] {40, 300}) {
      send("A", 60, 1);
      send("A", 120, 1);
      harness.processWatermark(119_999);
      retentionSeconds = retention;
      restart();
      results();
      harness.processWatermark((120 + retention) * 1000 - 1);
      send("A", 60, 2);
      harness.processWatermark((120 + retention) * 1000);
      send("A", 60, 4);
      assertTrue(results().contains("A 60-120 ×2 3.0"), "retention " + retention);
      assertEquals(1, deadLetters().size());
      harness.processWatermark(1_000_000);
      snapshot();
      assertEquals(0, storedTickers());
      harness.close();
      retentionSeconds = 100;
      harness = startedFrom(null);
    }
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
    harness.processWatermark(179_999);
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
}
