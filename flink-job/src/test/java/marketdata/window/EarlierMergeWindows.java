package marketdata.window;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** What {@link MergeWindows} once was: it kept the end of the newest emitted window by ticker. */
final class EarlierMergeWindows extends KeyedProcessFunction<String, Map.Entry<String, Long>, Long> {
  static OperatorSubtaskState snapshotAfterEmitting(Map<String, Long> ends, StateBackend backend) throws Exception {
    try (KeyedOneInputStreamOperatorTestHarness<String, Map.Entry<String, Long>, Long> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new EarlierMergeWindows()), Map.Entry::getKey, Types.STRING)) {
      harness.setStateBackend(backend);
      harness.open();
      for (Map.Entry<String, Long> end : ends.entrySet()) {
        harness.processElement(new StreamRecord<>(end));
      }
      return harness.snapshot(1, 1);
    }
  }

  @Override
  public void processElement(Map.Entry<String, Long> end, Context context, Collector<Long> output) throws Exception {
    ValueStateDescriptor<Long> closedUntil = new ValueStateDescriptor<>("closed-until", Types.LONG);
    closedUntil.enableTimeToLive(StateTtlConfig.newBuilder(Duration.ofDays(7)).build());
    getRuntimeContext().getState(closedUntil).update(end.getValue());
  }
}
