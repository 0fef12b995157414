package marketdata.bench;

import java.time.Duration;
import marketdata.Clock;
import marketdata.EventTime;
import marketdata.PriceAggregationJob;
import marketdata.input.InputRecord;
import marketdata.input.Lateness;
import marketdata.kafka.InputReader;
import marketdata.output.DeadLetter;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as it is, between a source that ends and sinks that only count. */
class JobSubject implements Subject {
  static final long FUTURE_TOLERANCE_SECONDS = 300;
  private static final Duration IDLENESS = Duration.ofSeconds(30);
  private static final Duration OUT_OF_ORDERNESS = Duration.ofSeconds(OUT_OF_ORDERNESS_SECONDS);
  /** The job's default. */
  private static final Duration ALLOWED_LATENESS = Duration.ofHours(1);

  @Override
  public final void run(Settings settings, long records) throws Exception {
    EventTime eventTime = new EventTime(
        Duration.ofSeconds(WINDOW_SECONDS), OUT_OF_ORDERNESS, IDLENESS, ALLOWED_LATENESS, Clock.system());
    StreamExecutionEnvironment environment = FlinkEnvironment.create(settings);
    new PriceAggregationJob(
            trades(settings, records),
            new CountingSink<>(window -> Probe.hasCounted(window.aggregate.getRecordCount()), Probe::checkpointBegins),
            new CountingSink<>(JobSubject::refused, () -> {}),
            eventTime)
        .addTo(environment);
    environment.execute(settings.subject);
  }

  private static void refused(DeadLetter letter) {
    throw new IllegalStateException("The bench's trades are valid and in time, but one was refused: " + letter.detail);
  }

  Source<InputRecord, ?, ?> trades(Settings settings, long records) {
    return KafkaSource.<InputRecord>builder()
        .setBootstrapServers(settings.bootstrap)
        .setTopics(settings.topic)
        .setGroupId(settings.subject)
        .setProperty("isolation.level", "read_committed")
        .setProperty("interceptor.classes", ReadProbe.class.getName())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setBounded(OffsetsInitializer.offsets(settings.ends(records)))
        .setDeserializer(new InputReader(
            FUTURE_TOLERANCE_SECONDS, new Lateness(Duration.ofSeconds(WINDOW_SECONDS), OUT_OF_ORDERNESS, ALLOWED_LATENESS), Clock.system()))
        .build();
  }
}
