package marketdata;

import com.amazonaws.services.kinesisanalytics.runtime.KinesisAnalyticsRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import marketdata.config.CheckpointRules;
import marketdata.config.JobProperties;
import marketdata.config.Property;
import marketdata.kafka.KafkaEnds;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the job. Without arguments it takes its runtime properties from Managed Service for Apache Flink; {@code --properties <file>}, for
 * any other place, names a JSON file of the same shape. Flink's own configuration is the launcher's in both cases.
 */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] arguments) throws Exception {
    String file = propertiesFile(arguments);
    JobProperties properties = JobProperties.of(file == null
        ? KinesisAnalyticsRuntime.getApplicationProperties()
        : readProperties(file));
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    Duration transactionTimeout = properties.milliseconds(Property.TRANSACTION_TIMEOUT_MS);
    CheckpointRules.check(environment.getCheckpointConfig(), transactionTimeout);
    CheckpointRules.warning(environment.getCheckpointConfig(), transactionTimeout).ifPresent(LOG::warn);
    LOG.info("Starting with {}", properties);
    Clock clock = Clock.system();
    KafkaEnds kafka = new KafkaEnds(properties, clock);
    EventTime eventTime = new EventTime(
        Duration.ofSeconds(properties.number(Property.WINDOW_SECONDS)),
        properties.milliseconds(Property.OUT_OF_ORDERNESS_MS),
        properties.milliseconds(Property.IDLENESS_MS),
        Duration.ofSeconds(properties.number(Property.ALLOWED_LATENESS_SECONDS)),
        clock);
    new PriceAggregationJob(kafka.trades(), kafka.aggregates(), kafka.deadLetters(), eventTime).addTo(environment);
    environment.execute("market-data");
  }

  private static String propertiesFile(String[] arguments) {
    if (arguments.length == 0) {
      return null;
    }
    if (arguments.length == 2 && arguments[0].equals("--properties")) {
      return arguments[1];
    }
    throw new IllegalArgumentException(
        "Arguments are \"" + String.join(" ", arguments) + "\"; allowed are none (on AWS) or --properties <file>");
  }

  private static Map<String, Properties> readProperties(String file) {
    try {
      Map<String, Properties> groups = KinesisAnalyticsRuntime.getApplicationProperties(file);
      // The library takes a file that is missing or no array for one without groups.
      if (groups.isEmpty()) {
        throw new IOException(Files.isReadable(Path.of(file)) ? "it has no property groups" : "there is no such file");
      }
      return groups;
    } catch (IOException | RuntimeException broken) {
      throw new IllegalArgumentException(
          "The properties file " + file + " cannot be read: " + broken.getMessage()
              + ". It must hold a JSON array of {\"PropertyGroupId\": …, \"PropertyMap\": {…}}",
          broken);
    }
  }
}
