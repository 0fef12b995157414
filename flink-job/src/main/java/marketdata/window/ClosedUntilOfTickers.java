package marketdata.window;

import java.time.Duration;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;

/** State of earlier versions: the end of each ticker's newest emitted window. {@link ClosedWindows} has taken its place. */
final class ClosedUntilOfTickers {
  /** As those versions had it. */
  private static final Duration MEMORY = Duration.ofDays(7);

  private ClosedUntilOfTickers() {}

  /** Takes it out of the state. Gives the newest end, in unix seconds, or {@link Long#MIN_VALUE}. */
  static long moveFrom(KeyedStateBackend<String> tickers) throws Exception {
    ValueStateDescriptor<Long> descriptor = new ValueStateDescriptor<>("closed-until", Types.LONG);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(MEMORY).build());
    long[] newest = {Long.MIN_VALUE};
    tickers.applyToAllKeys(
        VoidNamespace.INSTANCE,
        VoidNamespaceSerializer.INSTANCE,
        descriptor,
        (String ticker, ValueState<Long> closedUntil) -> {
          Long end = closedUntil.value();
          if (end != null) {
            newest[0] = Math.max(newest[0], end);
            closedUntil.clear();
          }
        });
    return newest[0];
  }
}
