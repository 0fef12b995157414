package marketdata.config;

import java.time.Duration;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.CheckpointConfig;

/** What the job asks of its checkpoints, which belong to the application's configuration: without it, results would be lost or come twice. */
public final class CheckpointRules {
  /** What a restart may take, from the failure to the commit of what the last checkpoint holds. */
  private static final Duration RESTART = Duration.ofMinutes(1);

  private CheckpointRules() {}

  /**
   * Checks the configuration.
   *
   * @param transactionTimeout after which the brokers abort a transaction
   * @throws IllegalStateException that names the option and what it may be
   */
  public static void check(CheckpointConfig checkpoints, Duration transactionTimeout) {
    if (!checkpoints.isCheckpointingEnabled()) {
      throw new IllegalStateException(
          "Checkpointing is off, and the sinks commit only at checkpoints: nothing would come out."
              + " Set execution.checkpointing.interval in the application's configuration.");
    }
    if (checkpoints.getCheckpointingConsistencyMode() != CheckpointingMode.EXACTLY_ONCE) {
      throw new IllegalStateException(
          "execution.checkpointing.mode is " + checkpoints.getCheckpointingConsistencyMode() + ": after a restart trades would be counted"
              + " twice. Set it to EXACTLY_ONCE in the application's configuration.");
    }
    if (checkpoints.isUnalignedCheckpointsEnabled()) {
      throw new IllegalStateException(
          "Unaligned checkpoints are on; after a restore a subtask could be idle without knowing it, and late trades would be lost."
              + " Set execution.checkpointing.unaligned.enabled to false in the application's configuration.");
    }
    checkTransactions(checkpoints, transactionTimeout.toMillis());
  }

  /** A transaction lasts from one checkpoint to the end of the next one, and a restart may come before its commit. */
  private static void checkTransactions(CheckpointConfig checkpoints, long transactionTimeoutMs) {
    long betweenMs = Math.max(checkpoints.getCheckpointInterval(), checkpoints.getMinPauseBetweenCheckpoints());
    long timeoutMs = checkpoints.getCheckpointTimeout();
    long mostMs = transactionTimeoutMs - timeoutMs - RESTART.toMillis();
    if (betweenMs > mostMs) {
      throw new IllegalStateException(
          "execution.checkpointing.interval (or min-pause) is " + betweenMs + " ms, and job/transaction.timeout.ms is " + transactionTimeoutMs
              + " ms: a transaction could be aborted before its commit, and results be lost. With execution.checkpointing.timeout, "
              + timeoutMs + " ms, and a restart, " + RESTART.toMillis() + " ms, the interval may be at most " + Math.max(0, mostMs)
              + " ms. Lower one of them, or raise job/transaction.timeout.ms.");
    }
  }
}
