package marketdata.window;

import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;

/** The length of the windows is part of every snapshot: windows of two lengths would overlap, and count trades of their own each. */
final class WindowLength {
  private WindowLength() {}

  /**
   * Keeps the length in the state.
   *
   * @throws IllegalStateException when the snapshot's windows have another one; a snapshot of a version without this state may have any
   */
  static void keep(long seconds, StateInitializationContext context) throws Exception {
    ListState<Long> state = context.getOperatorStateStore().getUnionListState(new ListStateDescriptor<>("window-s", Types.LONG));
    for (long restored : state.get()) {
      if (restored != seconds) {
        throw new IllegalStateException(
            "job/window.seconds is " + seconds + ", but the windows of the snapshot are " + restored
                + " seconds long; set it to " + restored + ", or start without a snapshot");
      }
    }
    state.update(List.of(seconds));
  }
}
