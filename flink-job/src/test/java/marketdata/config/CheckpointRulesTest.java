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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** aws-limits/transaction-limits.ts allows environments as much. */
  @Test
  void theLongestIntervalIsSevenMinutes() {
    checkpoints.setCheckpointInterval(420_000);
    CheckpointRules.check(checkpoints, TRANSACTION);
    checkpoints.setCheckpointInterval(420_001);
    assertEquals(
        "execution.checkpointing.interval (or min-pause) is 420001 ms, and job/transaction.timeout.ms is 900000 ms: a transaction could be"
            + " aborted before its commit, and results be lost. With a restart, 60000 ms, and as much time for the checkpoint itself, the"
            + " interval may be at most 420000 ms. Lower one of them, or raise job/transaction.timeout.ms.",
        refusal());
  }

  @Test
  void aPauseBetweenThemCountsToo() {
    checkpoints.setMinPauseBetweenCheckpoints(420_000);
    CheckpointRules.check(checkpoints, TRANSACTION);
    checkpoints.setMinPauseBetweenCheckpoints(420_001);
    assertRefuses("is 420001 ms");
  }

  @Test
  void aShorterTransactionLeavesLessTime() {
    checkpoints.setCheckpointInterval(60_000);
    CheckpointRules.check(checkpoints, Duration.ofMinutes(3));
    String refusal = assertThrows(
        IllegalStateException.class,
        () -> CheckpointRules.check(checkpoints, Duration.ofMinutes(3).minusMillis(2))).getMessage();
    assertTrue(refusal.contains("at most 59999 ms"), refusal);
  }

  /** An hour is Managed Flink's, and nobody can change it. */
  @ParameterizedTest
  @ValueSource(longs = {600_000, 3_600_000})
  void theTimeoutOfACheckpointIsNotRefused(long timeoutMs) {
    checkpoints.setCheckpointTimeout(timeoutMs);
    CheckpointRules.check(checkpoints, TRANSACTION);
  }

  @Test
  void theJobWarnsOfTheLongestCheckpointThatLosesNothing() {
    checkpoints.setMinPauseBetweenCheckpoints(5_000);
    checkpoints.setCheckpointTimeout(3_600_000);
    assertEquals(
        "Results are lost if checkpoints take longer than 417500 ms: execution.checkpointing.timeout, 3600000 ms (Managed Flink has one hour,"
            + " which cannot be changed), allows more, and the brokers abort a transaction after 900000 ms. Flink's KafkaCommitter logs an error"
            + " for each.",
        CheckpointRules.warning(checkpoints, TRANSACTION).orElseThrow());
  }

  @Test
  void itDoesNotWarnWhereTheTimeoutRulesThatOut() {
    checkpoints.setMinPauseBetweenCheckpoints(5_000);
    checkpoints.setCheckpointTimeout(417_500);
    assertTrue(CheckpointRules.warning(checkpoints, TRANSACTION).isEmpty());
    checkpoints.setCheckpointTimeout(417_501);
    assertTrue(CheckpointRules.warning(checkpoints, TRANSACTION).isPresent());
  }

  /** With the longest checkpoints in a row, a transaction is exactly as old as it may be. */
  @ParameterizedTest
  @CsvSource({"60000, 5000, 0, 417500", "420000, 5000, 0, 417500", "420000, 0, 0, 420000", "60000, 5000, 2, 206250", "300000, 5000, 2, 0"})
  void aTransactionIsNoOlderThanItMayBe(long intervalMs, long pauseMs, int tolerated, long longestMs) {
    checkpoints.setCheckpointInterval(intervalMs);
    checkpoints.setMinPauseBetweenCheckpoints(pauseMs);
    checkpoints.setTolerableCheckpointFailureNumber(tolerated);
    assertEquals(Duration.ofMillis(longestMs), CheckpointRules.longestCheckpoint(checkpoints, TRANSACTION));
    if (longestMs > 0) {
      long oldestMs = (tolerated + 1) * Math.max(intervalMs, longestMs + pauseMs) + longestMs;
      assertTrue(oldestMs + 60_000 <= TRANSACTION.toMillis(), oldestMs + " ms");
      assertTrue(oldestMs + 60_000 > TRANSACTION.toMillis() - 10_000, oldestMs + " ms");
    }
  }
}
