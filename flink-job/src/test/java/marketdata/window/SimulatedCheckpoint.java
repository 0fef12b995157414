package marketdata.window;

import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;

/** All that a checkpoint of {@link SimulatedJob} holds. */
final class SimulatedCheckpoint {
  final int[] positions;
  final int parallelism;
  final OperatorSubtaskState subtasks;
  final OperatorSubtaskState merge;

  SimulatedCheckpoint(int[] positions, int parallelism, OperatorSubtaskState subtasks, OperatorSubtaskState merge) {
    this.positions = positions;
    this.parallelism = parallelism;
    this.subtasks = subtasks;
    this.merge = merge;
  }
}
