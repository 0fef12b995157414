package marketdata;

import org.apache.flink.metrics.MetricGroup;

/** Where the job's own metrics are registered. */
public final class JobMetrics {
  /**
   * Managed Service for Apache Flink sends only metrics below a group of this name to CloudWatch
   * (https://docs.aws.amazon.com/managed-flink/latest/java/monitoring-metrics-custom.html).
   */
  private static final String CLOUDWATCH_GROUP = "kinesisanalytics";

  private JobMetrics() {}

  /**
   * The group below which the job registers its metrics.
   *
   * @param operator group of the operator that the metrics are about
   */
  public static MetricGroup of(MetricGroup operator) {
    return operator.addGroup(CLOUDWATCH_GROUP);
  }
}
