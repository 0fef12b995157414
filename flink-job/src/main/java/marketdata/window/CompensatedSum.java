package marketdata.window;

/**
 * A sum of positive numbers that hardly depends on their order (Neumaier's variant of Kahan summation). It stays finite: what is more than
 * the largest double counts as the largest double.
 */
public class CompensatedSum {
  /** The sum as doubles add up. */
  public double sum;
  /** What rounding has taken from it so far. */
  public double compensation;

  /** @param number positive and finite */
  public void add(double number) {
    double total = sum + number;
    if (Double.isInfinite(total)) {
      sum = Double.MAX_VALUE;
      compensation = 0;
      return;
    }
    compensation += Math.abs(sum) >= Math.abs(number) ? (sum - total) + number : (number - total) + sum;
    sum = total;
  }

  /** Adds what another one has added up. */
  public void add(CompensatedSum other) {
    add(other.sum);
    if (sum < Double.MAX_VALUE) {
      add(other.compensation);
    }
  }

  /** The sum, from 0 to the largest double. */
  public double value() {
    return Math.min(sum + compensation, Double.MAX_VALUE);
  }
}
