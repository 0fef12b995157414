package marketdata.config;

import java.time.Duration;
import java.util.Optional;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.CheckpointConfig;

/**
 * What the job asks of its checkpoints, which belong to the application's configuration: without it, results would be lost or come twice.
 * What can be changed is refused; of what Managed Flink fixes the job can only warn.
 */
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
    checkInterval(checkpoints, transactionTimeout);
  }

  /** A transaction is open from one checkpoint until the next one is complete: the time between them may take half of its life. */
  private static void checkInterval(CheckpointConfig checkpoints, Duration transactionTimeout) {
    long betweenMs = Math.max(checkpoints.getCheckpointInterval(), checkpoints.getMinPauseBetweenCheckpoints());
    long mostMs = Math.max(0, transactionTimeout.minus(RESTART).toMillis() / 2);
    if (betweenMs > mostMs) {
      throw new IllegalStateException(
          "execution.checkpointing.interval (or min-pause) is " + betweenMs + " ms, and job/transaction.timeout.ms is "
              + transactionTimeout.toMillis() + " ms: a transaction could be aborted before its commit, and results be lost. With a restart, "
              + RESTART.toMillis() + " ms, and as much time for the checkpoint itself, the interval may be at most " + mostMs
              + " ms. Lower one of them, or raise job/transaction.timeout.ms.");
    }
  }

  /**
   * The longest that a checkpoint may take so that no transaction outlasts its timeout, also with a restart before its commit. A transaction
   * is at its oldest when one checkpoint after another takes that long: a barrier may reach the sink early in the first, and the next begins
   * an interval after it, or a pause after its end, whichever is later. Each failed checkpoint that is tolerated adds that much again.
   */
  static Duration longestCheckpoint(CheckpointConfig checkpoints, Duration transactionTimeout) {
    long leftMs = transactionTimeout.minus(RESTART).toMillis();
    long attempts = 1L + Math.max(0, checkpoints.getTolerableCheckpointFailureNumber());
    long afterIntervals = leftMs - attempts * checkpoints.getCheckpointInterval();
    long afterPauses = (leftMs - attempts * checkpoints.getMinPauseBetweenCheckpoints()) / (attempts + 1);
    return Duration.ofMillis(Math.max(0, Math.min(afterIntervals, afterPauses)));
  }

  /** What the configuration cannot rule out, to be logged at the start; empty where it rules out that a slow checkpoint loses results. */
  public static Optional<String> warning(CheckpointConfig checkpoints, Duration transactionTimeout) {
    Duration longest = longestCheckpoint(checkpoints, transactionTimeout);
    if (checkpoints.getCheckpointTimeout() <= longest.toMillis()) {
      return Optional.empty();
    }
    return Optional.of(
        "Results are lost if checkpoints take longer than " + longest.toMillis() + " ms: execution.checkpointing.timeout, "
            + checkpoints.getCheckpointTimeout() + " ms (Managed Flink has one hour, which cannot be changed), allows more, and the brokers"
            + " abort a transaction after " + transactionTimeout.toMillis() + " ms. Flink's KafkaCommitter logs an error for each.");
  }
}
