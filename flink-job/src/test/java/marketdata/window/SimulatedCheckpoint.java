package marketdata.window;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** All that a checkpoint of {@link SimulatedJob} holds. */
final class SimulatedCheckpoint {
  final int[] positions;
  final int parallelism;
  final OperatorSubtaskState subtasks;
  final OperatorSubtaskState merge;
  /** Partitions that were idle until then, and the highest event time of a subtask. */
  final boolean[] idled;
  final long reachedMs;

  SimulatedCheckpoint(
      int[] positions, int parallelism, OperatorSubtaskState subtasks, OperatorSubtaskState merge, boolean[] idled, long reachedMs) {
    this.idled = idled;
    this.reachedMs = reachedMs;
    this.positions = positions;
    this.parallelism = parallelism;
    this.subtasks = subtasks;
    this.merge = merge;
  }
}
