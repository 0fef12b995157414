package marketdata.window;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import marketdata.Records;
import marketdata.input.InputRecord;
import marketdata.output.DeadLetter;
import marketdata.output.Outputs;
import marketdata.output.WindowResult;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A {@link MergeWindows} that a test sends partial windows to, and what comes out of it. */
abstract class MergeWindowsFixture {
  /** A window from 60 to 120 is gone at this event time. */
  static final long GONE_AT_MS = 220_000;

  private final Records records = new Records();
  long retentionSeconds = 100;
  KeyedOneInputStreamOperatorTestHarness<String, PartialWindow, WindowResult> harness;

  @BeforeEach
  void open() throws Exception {
    harness = startedFrom(null);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  PartialWindow partial(String ticker, long start, double... prices) throws IOException {
    HeldWindow window = new HeldWindow(ticker, start, start + 60, true, null);
    for (double price : prices) {
      InputRecord record = records.trade(ticker, price, 1, start);
      window.add(record.trade, record.raw);
    }
    return window.toPartial();
  }

  void send(String ticker, long start, double... prices) throws Exception {
    harness.processElement(new StreamRecord<>(partial(ticker, start, prices)));
  }

  List<String> results() {
    List<String> results = harness.extractOutputValues().stream()
        .map(result -> result.aggregate)
        .map(a -> a.getTicker() + " " + a.getWindowStart() + "-" + a.getWindowEnd() + " ×" + a.getRecordCount() + " " + a.getPriceSum())
        .collect(Collectors.toList());
    harness.getOutput().clear();
    return results;
  }

  List<DeadLetter> deadLetters() {
    Queue<StreamRecord<DeadLetter>> letters = harness.getSideOutput(Outputs.DEAD_LETTERS);
    return letters == null ? List.of() : new ArrayList<>(letters.stream().map(StreamRecord::getValue).collect(Collectors.toList()));
  }

  KeyedOneInputStreamOperatorTestHarness<String, PartialWindow, WindowResult> startedFrom(OperatorSubtaskState state)
      throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, PartialWindow, WindowResult> started =
        new KeyedOneInputStreamOperatorTestHarness<>(new MergeWindows(retentionSeconds, () -> 0), PartialWindow::getTicker, Types.STRING);
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

  OperatorSubtaskState snapshot() throws Exception {
    harness.prepareSnapshotPreBarrier(1);
    return harness.snapshot(1, 1);
  }

  /** Tickers of which there is a window in the state. */
  long storedTickers() {
    KeyedStateBackend<String> state = ((MergeWindows) harness.getOneInputOperator()).getKeyedStateBackend();
    try (Stream<String> tickers = state.getKeys("open-windows", VoidNamespace.INSTANCE)) {
      return tickers.distinct().count();
    }
  }

  void restart() throws Exception {
    OperatorSubtaskState state = snapshot();
    harness.close();
    harness = startedFrom(state);
  }
}
