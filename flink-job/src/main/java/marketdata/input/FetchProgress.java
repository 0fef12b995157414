package marketdata.input;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Tells how many fetches Kafka has answered to a subtask's consumer, with records or without. The consumer itself is out of reach: Flink makes it, and
 * it makes this, by the name that is in its property {@code metric.reporters}.
 */
public final class FetchProgress implements MetricsReporter {
  /** There is no such consumer. */
  static final long UNKNOWN = -1;

  private static final String ANSWERED_FETCHES = "fetch-total";
  /** Flink names each consumer {@code <prefix>-<subtask>}, and gives the same properties to a client that only lists partitions. */
  private static final Pattern CONSUMER_ID = Pattern.compile(".*-(\\d+)");

  private static final Map<Integer, FetchProgress> BY_SUBTASK = new ConcurrentHashMap<>();

  private volatile KafkaMetric answeredFetches;

  /** Fetches that have been answered to the subtask's consumer since it began, or {@link #UNKNOWN}. */
  static long answered(int subtask) {
    FetchProgress progress = BY_SUBTASK.get(subtask);
    KafkaMetric metric = progress == null ? null : progress.answeredFetches;
    return metric == null ? UNKNOWN : ((Number) metric.metricValue()).longValue();
  }

  @Override
  public void configure(Map<String, ?> settings) {
    Matcher consumer = CONSUMER_ID.matcher(String.valueOf(settings.get(CommonClientConfigs.CLIENT_ID_CONFIG)));
    if (consumer.matches()) {
      BY_SUBTASK.put(Integer.parseInt(consumer.group(1)), this);
    }
  }

  @Override
  public void init(List<KafkaMetric> metrics) {
    metrics.forEach(this::metricChange);
  }

  @Override
  public void metricChange(KafkaMetric metric) {
    if (metric.metricName().name().equals(ANSWERED_FETCHES)) {
      answeredFetches = metric;
    }
  }

  @Override
  public void metricRemoval(KafkaMetric metric) {}

  @Override
  public void close() {
    BY_SUBTASK.values().remove(this);
  }
}
