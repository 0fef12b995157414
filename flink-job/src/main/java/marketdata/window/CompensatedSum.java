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

  /** A sum and one more number, as doubles add up. */
  static double total(double sum, double number) {
    return Math.min(sum + number, Double.MAX_VALUE);
  }

  /** The compensation after {@link #total} was added up: of a sum that has come to the largest double there is none. */
  static double compensation(double before, double sum, double number, double total) {
    if (total == Double.MAX_VALUE) {
      return 0;
    }
    return before + (sum >= number ? (sum - total) + number : (number - total) + sum);
  }

  /** Adds what another one has added up. */
  public void add(CompensatedSum other) {
    add(other.sum);
    if (sum < Double.MAX_VALUE) {
      add(other.compensation);
    }
  }

  private void add(double number) {
    double total = total(sum, number);
    compensation = compensation(compensation, sum, number, total);
    sum = total;
  }

  /** The sum, from 0 to the largest double. */
  public double value() {
    return Math.min(sum + compensation, Double.MAX_VALUE);
  }
}
