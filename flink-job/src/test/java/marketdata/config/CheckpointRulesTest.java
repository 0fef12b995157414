package marketdata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckpointRulesTest {
  /** The longest that the brokers allow. */
  private static final Duration TRANSACTION = Duration.ofMinutes(15);

  private final CheckpointConfig checkpoints = StreamExecutionEnvironment.getExecutionEnvironment().getCheckpointConfig();

  @BeforeEach
  void everyMinute() {
    checkpoints.setCheckpointInterval(60_000);
  }

  private String refusal() {
    return assertThrows(IllegalStateException.class, () -> CheckpointRules.check(checkpoints, TRANSACTION)).getMessage();
  }

  private void assertRefuses(String message) {
    String refusal = refusal();
    assertTrue(refusal.contains(message), refusal);
  }

  @Test
  void unalignedOnesAreRefused() {
    checkpoints.enableUnalignedCheckpoints();
    assertRefuses("Set execution.checkpointing.unaligned.enabled to false");
  }

  @Test
  void thoseThatCountTwiceAreRefused() {
    checkpoints.setCheckpointingConsistencyMode(CheckpointingMode.AT_LEAST_ONCE);
    assertRefuses("execution.checkpointing.mode is AT_LEAST_ONCE");
    assertRefuses("Set it to EXACTLY_ONCE");
  }

  /** contracts/transaction-limits.ts allows environments as much. */
  @Test
  void theLongestIntervalIsFourMinutes() {
    checkpoints.setCheckpointInterval(240_000);
    CheckpointRules.check(checkpoints, TRANSACTION);
    checkpoints.setCheckpointInterval(240_001);
    assertEquals(
        "execution.checkpointing.interval (or min-pause) is 240001 ms, and job/transaction.timeout.ms is 900000 ms: a transaction could be"
            + " aborted before its commit, and results be lost. With execution.checkpointing.timeout, 600000 ms, and a restart, 60000 ms,"
            + " the interval may be at most 240000 ms. Lower one of them, or raise job/transaction.timeout.ms.",
        refusal());
  }

  @Test
  void aPauseBetweenThemCountsToo() {
    checkpoints.setMinPauseBetweenCheckpoints(240_001);
    assertRefuses("is 240001 ms");
  }

  @Test
  void aShorterCheckpointTimeoutLeavesMoreTime() {
    checkpoints.setCheckpointInterval(600_000);
    checkpoints.setCheckpointTimeout(120_000);
    CheckpointRules.check(checkpoints, TRANSACTION);
  }
}
