package marketdata.window;

import java.util.List;
import marketdata.input.InputRecord;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** What {@link PreAggregate} once kept: how far event time was. */
final class EarlierPreAggregate extends AbstractStreamOperator<PartialWindow> implements OneInputStreamOperator<InputRecord, PartialWindow> {
  private final long reachedMs;
  private transient ListState<Long> state;

  private EarlierPreAggregate(long reachedMs) {
    this.reachedMs = reachedMs;
  }

  static OperatorSubtaskState snapshot(long reachedMs) throws Exception {
    try (OneInputStreamOperatorTestHarness<InputRecord, PartialWindow> harness =
        new OneInputStreamOperatorTestHarness<>(new EarlierPreAggregate(reachedMs))) {
      harness.open();
      return harness.snapshot(1, 1);
    }
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    state = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("reached-ms", Types.LONG));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    state.update(List.of(reachedMs));
  }

  @Override
  public void processElement(StreamRecord<InputRecord> element) {}
}
