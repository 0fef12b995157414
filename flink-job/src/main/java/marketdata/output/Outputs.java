package marketdata.output;

import org.apache.flink.util.OutputTag;

/** Side outputs of the operators. */
public final class Outputs {
  /** Records that an operator refuses. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS = new OutputTag<>("dead-letters") {};

  private Outputs() {}
}
