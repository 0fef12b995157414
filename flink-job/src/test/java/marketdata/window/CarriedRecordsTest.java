package marketdata.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import marketdata.Records;
import marketdata.input.InputRecord;
import marketdata.input.RawRecord;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which records travel with their partial windows: those that may be late where lateness is decided, and no others. */
class CarriedRecordsTest {
  private static final int MAX_PARALLELISM = 8;

  private final Records records = new Records();
  private final List<AutoCloseable> open = new ArrayList<>();
  private long nowMs = 1_000_000;

  private static final long RETENTION_SECONDS = 100;
  /** Event time at which the window from 60 to 120 may be gone. */
  private static final long GONE_AT_MS = 220_000;

  private final class Subtask {
    final PreAggregate operator = new PreAggregate(60, RETENTION_SECONDS, 5_000, () -> nowMs);
    final OneInputStreamOperatorTestHarness<InputRecord, PartialWindow> harness;

    Subtask(OperatorSubtaskState restored, int parallelism, int index) throws Exception {
      harness = new OneInputStreamOperatorTestHarness<>(operator, MAX_PARALLELISM, parallelism, index);
      open.add(harness);
      harness.getExecutionConfig().enableObjectReuse();
      harness.setup();
      if (restored != null) {
        harness.initializeState(restored);
      }
      harness.open();
    }

    Subtask() throws Exception {
      this(null, 1, 0);
    }

    OperatorSubtaskState snapshot() throws Exception {
      operator.prepareSnapshotPreBarrier(1);
      return harness.snapshot(1, 1);
    }

    /** How many records travel with a trade of this second. */
    int carriedFor(long timestamp) throws Exception {
      harness.processElement(new StreamRecord<>(records.trade("A", 1, 1, timestamp)));
      return carried();
    }

    int carried() throws Exception {
      operator.prepareSnapshotPreBarrier(2);
      List<PartialWindow> partials = harness.extractOutputValues();
      harness.getOutput().clear();
      int carried = 0;
      for (PartialWindow partial : partials) {
        carried += raws(partial).size();
      }
      return carried;
    }
  }

  private static List<RawRecord> raws(PartialWindow partial) throws IOException {
    List<RawRecord> raws = new ArrayList<>();
    if (partial.records != null) {
      DataInputDeserializer in = new DataInputDeserializer(partial.records);
      while (in.available() > 0) {
        RawRecord raw = new RawRecord();
        raw.read(in);
        raws.add(raw);
      }
    }
    return raws;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  @Test
  void noneBeforeTheFirstWatermark() throws Exception {
    assertEquals(0, new Subtask().carriedFor(60));
  }

  @Test
  void thoseOfWindowsThatMayBeGone() throws Exception {
    Subtask subtask = new Subtask();
    subtask.harness.processWatermark(GONE_AT_MS - 1);
    assertEquals(0, subtask.carriedFor(60));
    subtask.harness.processWatermark(GONE_AT_MS);
    assertEquals(1, subtask.carriedFor(60));
    assertEquals(0, subtask.carriedFor(120));
  }

  @Test
  void everyByteOfThem() throws Exception {
    Subtask subtask = new Subtask();
    subtask.harness.processWatermark(GONE_AT_MS);
    subtask.harness.processElement(new StreamRecord<>(records.trade("A", 1, 1, 60)));
    subtask.harness.processElement(new StreamRecord<>(records.trade("A", 2, 1, 61, "id")));
    subtask.operator.prepareSnapshotPreBarrier(1);
    List<RawRecord> raws = raws(subtask.harness.extractOutputValues().get(0));
    assertEquals(2, raws.size());
    assertEquals(Records.json("A", 2, 1, 61), new String(raws.get(1).value, StandardCharsets.UTF_8));
    assertEquals("input/0/1", raws.get(1).source());
    assertEquals("id", raws.get(1).header("correlation_id"));
  }

  @Test
  void noMoreAfterAnIdleness() throws Exception {
    Subtask subtask = new Subtask();
    subtask.harness.processWatermarkStatus(WatermarkStatus.IDLE);
    assertEquals(0, subtask.carriedFor(60));
    subtask.harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
    assertEquals(0, subtask.carriedFor(60));
  }

  @Test
  void noMoreThanAMegabyteIsHeld() throws Exception {
    Subtask subtask = new Subtask();
    subtask.harness.processWatermark(GONE_AT_MS);
    String large = Records.json("A", 1, 1, 60).replace("}", ",\"a\":\"" + "x".repeat(1 << 20) + "\"}");
    subtask.harness.processElement(new StreamRecord<>(records.of(large)));
    assertEquals(1, subtask.harness.extractOutputValues().size());
  }

  @Test
  void afterARestoreThoseOfWindowsThatWereOverAtTheSnapshot() throws Exception {
    Subtask before = new Subtask();
    before.harness.processWatermark(GONE_AT_MS);
    Subtask after = new Subtask(before.snapshot(), 1, 0);
    assertEquals(1, after.carriedFor(60));
    assertEquals(0, after.carriedFor(120));
    after.harness.processWatermark(160_000);
    Subtask later = new Subtask(after.snapshot(), 1, 0);
    assertEquals(1, later.carriedFor(60));
  }

  @Test
  void everySubtaskKnowsTheHighestWatermarkAfterRescaling() throws Exception {
    Subtask behind = new Subtask(null, 2, 0);
    Subtask ahead = new Subtask(null, 2, 1);
    behind.harness.processWatermark(160_000);
    ahead.harness.processWatermark(GONE_AT_MS);
    OperatorSubtaskState both = AbstractStreamOperatorTestHarness.repackageState(behind.snapshot(), ahead.snapshot());
    for (int parallelism : new int[] {1, 3}) {
      for (int index = 0; index < parallelism; index++) {
        OperatorSubtaskState share =
            AbstractStreamOperatorTestHarness.repartitionOperatorState(both, MAX_PARALLELISM, 2, parallelism, index);
        Subtask restored = new Subtask(share, parallelism, index);
        assertEquals(1, restored.carriedFor(60));
        assertEquals(0, restored.carriedFor(120));
      }
    }
  }

  /** The windows that were open may have ended later than the clock, by as much as properties allow. */
  private void assertCarriesThoseOfThreeDays(Subtask restored) throws Exception {
    long now = nowMs / 1000;
    assertEquals(1, restored.carriedFor(now - 60));
    assertEquals(1, restored.carriedFor(now + 2 * 86_400));
    assertEquals(0, restored.carriedFor(now + 3 * 86_400));
    Subtask later = new Subtask(restored.snapshot(), 1, 0);
    assertEquals(1, later.carriedFor(now + 2 * 86_400));
    assertEquals(0, later.carriedFor(now + 3 * 86_400));
  }

  @Test
  void afterARestoreFromAVersionWithoutThisStateThoseOfWindowsThatMayHaveBeenOpen() throws Exception {
    assertCarriesThoseOfThreeDays(new Subtask(OperatorSubtaskState.builder().build(), 1, 0));
  }

  /** A snapshot of the version that kept no window that was over, at this event time of two subtasks. */
  private Subtask restoredFromEarlierVersion(long... reachedMs) throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[reachedMs.length];
    for (int index = 0; index < states.length; index++) {
      states[index] = EarlierPreAggregate.snapshot(reachedMs[index]);
    }
    return new Subtask(AbstractStreamOperatorTestHarness.repartitionOperatorState(
        AbstractStreamOperatorTestHarness.repackageState(states), MAX_PARALLELISM, states.length, 1, 0), 1, 0);
  }

  @Test
  void afterARestoreFromAnEarlierVersionThoseOfWindowsThatItMayHaveLost() throws Exception {
    Subtask restored = restoredFromEarlierVersion(59_999, 119_999);
    assertEquals(1, restored.carriedFor(60));
    assertEquals(0, restored.carriedFor(120));
    restored.harness.processWatermark(150_000);
    Subtask later = new Subtask(restored.snapshot(), 1, 0);
    assertEquals(1, later.carriedFor(60));
    assertEquals(0, later.carriedFor(120));
  }

  @Test
  void afterADrainOfAnEarlierVersionThoseOfWindowsThatMayHaveBeenOpen() throws Exception {
    assertCarriesThoseOfThreeDays(restoredFromEarlierVersion(Long.MAX_VALUE));
  }

  @Test
  void noneAfterADrain() throws Exception {
    Subtask drained = new Subtask();
    drained.harness.processWatermark(119_999);
    drained.harness.processWatermark(Watermark.MAX_WATERMARK);
    assertEquals(0, new Subtask(drained.snapshot(), 1, 0).carriedFor(60));
  }

  @Test
  void aChangedLengthOfTheWindowsIsRefused() throws Exception {
    OperatorSubtaskState snapshot = new Subtask().snapshot();
    OneInputStreamOperatorTestHarness<InputRecord, PartialWindow> other =
        new OneInputStreamOperatorTestHarness<>(new PreAggregate(30, RETENTION_SECONDS, 5_000, () -> nowMs), MAX_PARALLELISM, 1, 0);
    other.setup();
    Exception refusal = assertThrows(Exception.class, () -> other.initializeState(snapshot));
    assertEquals(
        "job/window.seconds is 30, but the windows of the snapshot are 60 seconds long; set it to 60, or start without a snapshot",
        refusal.getMessage());
  }
}
