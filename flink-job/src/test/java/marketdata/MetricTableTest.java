package marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketdata.contract.DeadLetterReason;
import marketdata.input.InputRecord;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's table of metrics names those that the running job registers. */
class MetricTableTest {
  /** An operator's own metric, with its group of key and value if it has one. */
  private static final Pattern METRIC = Pattern.compile("\\.([\\w-]+)\\.\\d+\\.kinesisanalytics\\.(?:\\w+\\.\\w+\\.)?(\\w+)$");

  private static final Pattern BY_REASON = Pattern.compile("\\.reason\\.(\\w+)\\.invalidRecords$");

  private static final InMemoryReporter REPORTER = InMemoryReporter.createWithRetainedMetrics();

  @RegisterExtension
  static final MiniClusterExtension CLUSTER = new MiniClusterExtension(
      new MiniClusterResourceConfiguration.Builder()
          .setNumberTaskManagers(1)
          .setNumberSlotsPerTaskManager(1)
          .setConfiguration(REPORTER.addToConfiguration(new Configuration()))
          .build());

  @Test
  void everyMetricIsDocumentedWithItsOperator() throws Exception {
    Set<String> documented = Readme.tableAfter("## Metrics").stream().map(row -> row[1] + " " + row[0]).collect(Collectors.toSet());
    assertEquals(new TreeSet<>(registered()), new TreeSet<>(documented), "Correct the table of metrics in flink-job/README.md");
  }

  /** A metric that is registered and never counted would look like good news. */
  @Test
  void refusedRecordsAreCountedByEachReasonThatTheOperatorCanHave() throws Exception {
    Set<String> reasons = new TreeSet<>();
    for (String name : metrics()) {
      Matcher metric = BY_REASON.matcher(name);
      if (metric.find()) {
        reasons.add(metric.group(1));
      }
    }
    Set<String> expected = Arrays.stream(DeadLetterReason.values())
        .filter(reason -> reason != DeadLetterReason.LATE)
        .map(DeadLetterReason::value)
        .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(expected, reasons);
  }

  private static Set<String> registered() throws Exception {
    return metrics().stream()
        .map(METRIC::matcher)
        .filter(Matcher::find)
        .map(metric -> metric.group(1) + " " + metric.group(2))
        .collect(Collectors.toSet());
  }

  /** Full names of the job's own metrics. */
  private static Set<String> metrics() throws Exception {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.setParallelism(1);
    byte[] trade = Records.json("A", 1, 1, 1000).getBytes(StandardCharsets.UTF_8);
    DataGeneratorSource<InputRecord> source = new DataGeneratorSource<>(
        index -> Records.at(index, trade, new RecordHeaders()), 1, TypeInformation.of(InputRecord.class));
    EventTime eventTime = new EventTime(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ZERO, () -> Records.NOW * 1000);
    new PriceAggregationJob(source, new CollectingSink<>(), new CollectingSink<>(), eventTime).addTo(environment);
    return REPORTER.findMetrics(environment.execute().getJobID(), "\\.kinesisanalytics\\.").keySet();
  }
}
