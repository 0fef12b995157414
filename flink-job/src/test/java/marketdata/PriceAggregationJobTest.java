package marketdata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import marketdata.contract.StockAggregate;
import marketdata.input.InputRecord;
import marketdata.input.Lateness;
import marketdata.output.DeadLetter;
import marketdata.output.WindowResult;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PriceAggregationJobTest {
  @RegisterExtension
  static final MiniClusterExtension CLUSTER = new MiniClusterExtension(
      new MiniClusterResourceConfiguration.Builder().setNumberTaskManagers(1).setNumberSlotsPerTaskManager(2).build());

  private final CollectingSink<WindowResult> aggregates = new CollectingSink<>();
  private final CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();

  private StreamExecutionEnvironment environment(List<String> input, long pauseMs, int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(1));
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    environment.setParallelism(parallelism);
    Lateness lateness = new Lateness(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(60));
    DataGeneratorSource<InputRecord> source = new DataGeneratorSource<>(
        index -> {
          Thread.sleep(pauseMs);
          // As Kafka's time: a second for each record.
          long kafkaMs = (1024 + Math.min(index, 9)) * 1000;
          byte[] value = input.get(index.intValue()).getBytes(StandardCharsets.UTF_8);
          return lateness.judge(Records.at(index, value, new RecordHeaders(), kafkaMs));
        },
        input.size(),
        TypeInformation.of(InputRecord.class));
    EventTime eventTime =
        new EventTime(Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60), () -> Records.NOW * 1000);
    new PriceAggregationJob(source, aggregates, deadLetters, eventTime).addTo(environment);
    return environment;
  }

  private List<String> windows() {
    return aggregates.collected().stream()
        .map(result -> result.aggregate)
        .map(a -> a.getTicker() + " " + a.getWindowStart() + " ×" + a.getRecordCount() + " " + a.getPriceSum())
        .sorted()
        .collect(Collectors.toList());
  }

  private List<String> refusals() {
    return deadLetters.collected().stream()
        .map(letter -> letter.reason.value() + " " + new String(letter.raw.value, StandardCharsets.UTF_8))
        .collect(Collectors.toList());
  }

  @Test
  void everyRecordIsInOneWindowOrADeadLetter() throws Exception {
    String late = Records.json("A", 8, 1, 959);
    String future = Records.json("A", 1, 1, 253_402_300_799L);
    List<String> input = new ArrayList<>();
    input.add(Records.json("A", 1, 1, 1000));
    input.add("junk");
    input.add(future);
    input.add(Records.json("A", 2, 1, 1024));
    input.add(Records.json("A", 4, 1, 1019));
    input.add(Records.json("B", 1, 1, 1025));
    input.add(Records.json("B", 1, 1, 1025));
    input.add(late);
    input.add(Records.json("A", 16, 1, 1019));
    environment(input, 20, 1).execute();
    assertEquals(List.of("A 1020 ×1 2.0", "A 960 ×2 5.0", "A 960 ×3 21.0", "B 1020 ×2 2.0"), windows());
    assertEquals(List.of("invalid_json junk", "future " + future, "late " + late), refusals());
  }

  @Test
  void twoSubtasksMakeOneAggregateATickerAndWindow() throws Exception {
    List<String> input = new ArrayList<>();
    TreeMap<String, Long> expected = new TreeMap<>();
    for (int index = 0; index < 4000; index++) {
      String ticker = index % 3 == 0 ? "A" : "B";
      long timestamp = 1000 + index % 7;
      input.add(Records.json(ticker, 1, 1, timestamp));
      expected.merge(ticker, 1L, Long::sum);
    }
    environment(input, 0, 2).execute();
    TreeMap<String, Long> counts = new TreeMap<>();
    for (WindowResult result : aggregates.collected()) {
      StockAggregate aggregate = result.aggregate;
      assertEquals(aggregate.getRecordCount(), aggregate.getVolumeSum());
      counts.merge(aggregate.getTicker(), aggregate.getRecordCount(), Long::sum);
    }
    assertEquals(expected, counts);
    assertEquals(2, aggregates.collected().size());
    assertEquals(List.of(), refusals());
  }

  @Test
  void everyOperatorHasAUid() {
    Set<String> uids = new HashSet<>();
    for (StreamNode node : environment(List.of(Records.json("A", 1, 1, 1)), 0, 1).getStreamGraph().getStreamNodes()) {
      assertTrue(node.getTransformationUID() != null && uids.add(node.getTransformationUID()), node.getOperatorName());
    }
  }

  @Test
  void parallelismAndCheckpointsAreLeftToTheConfiguration() {
    StreamExecutionEnvironment environment = environment(List.of(Records.json("A", 1, 1, 1)), 0, 2);
    assertTrue(environment.getStreamGraph().getStreamNodes().stream().allMatch(node -> node.getParallelism() == 2));
    assertEquals(-1, environment.getCheckpointConfig().getCheckpointInterval());
  }
}
