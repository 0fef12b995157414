package marketdata.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.UserCodeClassLoader;

/** A job's class loader, with what is to be done when it is released. */
final class ReleaseHooks implements UserCodeClassLoader, SerializationSchema.InitializationContext, DeserializationSchema.InitializationContext {
  private final Map<String, Runnable> hooks = new HashMap<>();

  void release() {
    hooks.values().forEach(Runnable::run);
  }

  @Override
  public ClassLoader asClassLoader() {
    return getClass().getClassLoader();
  }

  @Override
  public void registerReleaseHookIfAbsent(String name, Runnable hook) {
    hooks.putIfAbsent(name, hook);
  }

  @Override
  public MetricGroup getMetricGroup() {
    return new UnregisteredMetricsGroup();
  }

  @Override
  public UserCodeClassLoader getUserCodeClassLoader() {
    return this;
  }
}
