package marketdata.bench;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink within this process, set up alike for every subject. */
final class FlinkEnvironment {
  /** More often than in production (a minute), so that a run of some seconds pays for several; how many is in its results. */
  private static final String CHECKPOINT_INTERVAL = "2 s";

  private FlinkEnvironment() {}

  static StreamExecutionEnvironment create(Settings settings) {
    Configuration configuration = new Configuration();
    configuration.setString("state.backend.type", settings.backend);
    configuration.setString("execution.checkpointing.incremental", "true");
    configuration.setString("execution.checkpointing.interval", CHECKPOINT_INTERVAL);
    configuration.setString("execution.checkpointing.dir", "file://" + settings.directory + "/checkpoints");
    // The run is over when its windows are out; nothing waits for one more checkpoint.
    configuration.setString("execution.checkpointing.checkpoints-after-tasks-finish", "false");
    configuration.setString("taskmanager.memory.managed.size", "256m");
    configuration.setString("io.tmp.dirs", settings.directory);
    configuration.setString("rest.address", "127.0.0.1");
    configuration.setString("rest.bind-address", "127.0.0.1");
    return StreamExecutionEnvironment.createLocalEnvironment(settings.parallelism, configuration);
  }
}
