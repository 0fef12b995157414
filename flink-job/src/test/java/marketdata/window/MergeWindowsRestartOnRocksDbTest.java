package marketdata.window;

import org.apache.flink.contrib.streaming.state.EmbeddedRocksDBStateBackend;
import org.apache.flink.runtime.state.StateBackend;

/** The same on the state backend of Managed Flink, which keeps windows and timers as bytes. */
class MergeWindowsRestartOnRocksDbTest extends MergeWindowsRestartTest {
  @Override
  StateBackend backend() {
    return new EmbeddedRocksDBStateBackend();
  }
}
