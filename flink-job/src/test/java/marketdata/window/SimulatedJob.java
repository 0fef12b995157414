package marketdata.window;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import marketdata.Clock;
import marketdata.input.ConfirmedSilence;
import marketdata.input.InputRecord;
import marketdata.output.DeadLetter;
import marketdata.output.Outputs;
import marketdata.output.WindowResult;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.io.PushingAsyncDataInput.DataOutput;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.StatusWatermarkValve;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/**
 * The job's two aggregating operators, with channels between them that deliver when the test says so, and Flink's own valve that makes one
 * event time of theirs. Time is the test's.
 */
final class SimulatedJob implements AutoCloseable {
  private static final int MAX_PARALLELISM = 8;
  private static final long IDLENESS_MS = 30_000;
  static final long OUT_OF_ORDERNESS_MS = 5_000;
  static final long ALLOWED_LATENESS_SECONDS = 60;
  private static final long RETENTION_SECONDS = ALLOWED_LATENESS_SECONDS + OUT_OF_ORDERNESS_MS / 1000 + 120;
  /** No element is longer on its way, but for a stall. */
  private static final long MAX_TRAVEL_MS = Duration.ofSeconds(40).toMillis();
  /** For so long the merging task may be blocked, as by a sink that waits for a broker. */
  private static final int MAX_STALL_MS = 90_000;

  private final List<SimulatedSource> partitions;
  private final int[] positions;
  private final List<Subtask> subtasks = new ArrayList<>();
  private final List<Subtask> order;
  private final KeyedOneInputStreamOperatorTestHarness<String, PartialWindow, WindowResult> merge;
  private final StatusWatermarkValve valve;
  private long stalledUntilMs;
  long nowMs;
  /** Places of the records that were refused as late. */
  final List<String> late = new ArrayList<>();

  SimulatedJob(List<SimulatedSource> partitions, int parallelism, SimulatedCheckpoint from, long nowMs) throws Exception {
    this.partitions = partitions;
    this.nowMs = nowMs;
    this.positions = from == null ? new int[partitions.size()] : from.positions.clone();
    this.valve = new StatusWatermarkValve(parallelism);
    this.merge = new KeyedOneInputStreamOperatorTestHarness<>(
        new MergeWindows(RETENTION_SECONDS, () -> nowMs), PartialWindow::getTicker, Types.STRING);
    merge.setup();
    if (from != null) {
      merge.initializeState(from.merge);
    }
    merge.open();
    for (int index = 0; index < parallelism; index++) {
      subtasks.add(new Subtask(from, parallelism, index));
    }
    order = new ArrayList<>(subtasks);
  }

  int parallelism() {
    return subtasks.size();
  }

  boolean isStalled() {
    return nowMs < stalledUntilMs;
  }

  /** One of the things that may happen next, and whatever has travelled for too long. */
  void step(Random random) throws Exception {
    Subtask subtask = subtasks.get(random.nextInt(subtasks.size()));
    if (random.nextBoolean()) {
      subtask.read(1 + random.nextInt(20));
    }
    if (random.nextBoolean()) {
      subtask.tellTime();
    }
    if (!isStalled() && random.nextInt(100) == 0) {
      stalledUntilMs = nowMs + random.nextInt(MAX_STALL_MS);
    }
    if (isStalled()) {
      return;
    }
    // What has piled up comes in any order of the channels.
    Collections.shuffle(order, random);
    for (Subtask one : order) {
      one.deliver(one == subtask ? random.nextInt(10) : 0);
    }
  }

  SimulatedCheckpoint checkpoint(long id) throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks.size()];
    for (int index = 0; index < states.length; index++) {
      Subtask subtask = subtasks.get(index);
      subtask.operator.prepareSnapshotPreBarrier(id);
      states[index] = subtask.harness.snapshot(id, id);
      subtask.deliver(Integer.MAX_VALUE);
    }
    merge.prepareSnapshotPreBarrier(id);
    return new SimulatedCheckpoint(
        positions.clone(), states.length, AbstractStreamOperatorTestHarness.repackageState(states), merge.snapshot(id, id));
  }

  /** Reads all that there is, and only then ends event time. */
  void finish() throws Exception {
    for (Subtask subtask : subtasks) {
      subtask.read(Integer.MAX_VALUE);
      subtask.operator.finish();
      // Flink's valve ignores the watermarks of idle channels.
      subtask.harness.processWatermarkStatus(WatermarkStatus.ACTIVE);
      subtask.deliver(Integer.MAX_VALUE);
    }
    for (Subtask subtask : subtasks) {
      subtask.harness.processWatermark(Watermark.MAX_WATERMARK);
      subtask.deliver(Integer.MAX_VALUE);
    }
  }

  List<WindowResult> results() {
    return merge.extractOutputValues();
  }

  List<DeadLetter> deadLetters() {
    List<DeadLetter> letters = new ArrayList<>();
    Queue<StreamRecord<DeadLetter>> output = merge.getSideOutput(Outputs.DEAD_LETTERS);
    if (output != null) {
      output.forEach(letter -> letters.add(letter.getValue()));
    }
    return letters;
  }

  @Override
  public void close() throws Exception {
    merge.close();
    for (Subtask subtask : subtasks) {
      subtask.harness.close();
    }
  }

  private final class Subtask {
    final PreAggregate operator = new PreAggregate(60, RETENTION_SECONDS, OUT_OF_ORDERNESS_MS, () -> nowMs) {
      @Override
      ConfirmedSilence silence(int subtask, Clock clock) {
        return new ConfirmedSilence(clock, () -> nowMs);
      }
    };
    final OneInputStreamOperatorTestHarness<InputRecord, PartialWindow> harness;
    private final int index;
    private final long[] newestMs = new long[partitions.size()];
    private final long[] activeMs = new long[partitions.size()];
    private final Queue<Object> channel = new ArrayDeque<>();
    private final Queue<Long> sentMs = new ArrayDeque<>();
    private long watermark = Long.MIN_VALUE;
    private boolean idle;

    Subtask(SimulatedCheckpoint from, int parallelism, int index) throws Exception {
      this.index = index;
      Arrays.fill(newestMs, Long.MIN_VALUE);
      Arrays.fill(activeMs, nowMs);
      harness = new OneInputStreamOperatorTestHarness<>(operator, MAX_PARALLELISM, parallelism, index);
      harness.getExecutionConfig().enableObjectReuse();
      harness.setup();
      if (from != null) {
        harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
            from.subtasks, MAX_PARALLELISM, from.parallelism, parallelism, index));
      }
      harness.open();
    }

    void read(int atMost) throws Exception {
      int left = atMost;
      for (int partition = index; partition < partitions.size(); partition += subtasks.size()) {
        SimulatedSource source = partitions.get(partition);
        while (left > 0 && source.has(positions[partition], nowMs)) {
          InputRecord record = source.at(positions[partition]++);
          if (record.isTrade()) {
            newestMs[partition] = Math.max(newestMs[partition], Math.min(record.trade.getTimestamp() * 1000, record.kafkaMs));
            activeMs[partition] = nowMs;
            harness.processElement(new StreamRecord<>(record));
          } else {
            late.add(record.raw.source());
          }
          left--;
        }
      }
    }

    /** What the source does with the watermarks of its partitions. */
    void tellTime() throws Exception {
      long least = Long.MAX_VALUE;
      for (int partition = index; partition < partitions.size(); partition += subtasks.size()) {
        if (nowMs - activeMs[partition] < IDLENESS_MS || partitions.get(partition).has(positions[partition], nowMs)) {
          long newest = newestMs[partition];
          least = Math.min(least, newest == Long.MIN_VALUE ? newest : newest - OUT_OF_ORDERNESS_MS - 1);
        }
      }
      boolean nowIdle = least == Long.MAX_VALUE;
      if (nowIdle != idle) {
        idle = nowIdle;
        harness.processWatermarkStatus(idle ? WatermarkStatus.IDLE : WatermarkStatus.ACTIVE);
      }
      if (!idle && least > watermark) {
        watermark = least;
        harness.processWatermark(watermark);
      }
      harness.setProcessingTime(nowMs);
    }

    void deliver(int atLeast) throws Exception {
      while (!harness.getOutput().isEmpty()) {
        channel.add(harness.getOutput().poll());
        sentMs.add(nowMs);
      }
      for (int done = 0; !channel.isEmpty() && (done < atLeast || nowMs - sentMs.peek() > MAX_TRAVEL_MS); done++) {
        sentMs.remove();
        arrive(channel.remove());
      }
    }

    private void arrive(Object element) throws Exception {
      if (element instanceof Watermark) {
        valve.inputWatermark((Watermark) element, index, downstream);
      } else if (element instanceof WatermarkStatus) {
        valve.inputWatermarkStatus((WatermarkStatus) element, index, downstream);
      } else {
        @SuppressWarnings("unchecked")
        StreamRecord<PartialWindow> partial = (StreamRecord<PartialWindow>) element;
        merge.processElement(partial);
      }
    }
  }

  private final DataOutput<PartialWindow> downstream = new DataOutput<>() {
    @Override
    public void emitRecord(StreamRecord<PartialWindow> record) {}

    @Override
    public void emitWatermark(Watermark watermark) throws Exception {
      merge.processWatermark(watermark);
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {}

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {}

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {}
  };
}
