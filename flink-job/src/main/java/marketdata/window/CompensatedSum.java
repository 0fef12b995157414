package marketdata.window;

/**
 * A sum of positive numbers that hardly depends on their order (Neumaier's variant of Kahan summation). It stays finite: what is more than
 * the largest double counts as the largest double.
 */
public class CompensatedSum {
  public double sum;
  public double compensation;

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

  public void add(CompensatedSum other) {
    add(other.sum);
    if (sum < Double.MAX_VALUE) {
      add(other.compensation);
    }
  }

  public double value() {
    return Math.min(sum + compensation, Double.MAX_VALUE);
  }
}
