package marketdata.kafka;

import java.time.Duration;
import java.util.Properties;
import marketdata.Clock;
import marketdata.config.JobProperties;
import marketdata.config.Property;
import marketdata.input.FetchProgress;
import marketdata.input.InputRecord;
import marketdata.input.Lateness;
import marketdata.output.DeadLetter;
import marketdata.output.WindowResult;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** The job's source and sinks on MSK. */
public final class KafkaEnds {
  /** The producer's own limit is on an estimate above a record's real size; twice the largest topic's 8 MiB leaves the verdict to the broker. */
  private static final int MAX_REQUEST_BYTES = 16 << 20;

  private static final long SHORTEST_DISCOVERY_INTERVAL_MS = 1_000;

  /** Well below what windows stay in the state beyond the allowed lateness: trades of a new partition find theirs. */
  private static final long LONGEST_DISCOVERY_INTERVAL_MS = 60_000;

  /** Well below {@code job/idleness.ms} by default: a broker that falls silent is given up before its partitions are taken for idle. */
  private static final int REQUEST_TIMEOUT_MS = 10_000;

  private final JobProperties properties;
  private final Clock clock;

  public KafkaEnds(JobProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  /** The input topic, as committed transactions leave it. Without a snapshot it begins where {@code starting.offsets} says. */
  public KafkaSource<InputRecord> trades() {
    return KafkaSource.<InputRecord>builder()
        .setProperties(MskConnection.properties())
        .setProperty("isolation.level", "read_committed")
        .setProperty("metric.reporters", FetchProgress.class.getName())
        .setProperty("request.timeout.ms", Integer.toString(REQUEST_TIMEOUT_MS))
        .setProperty("partition.discovery.interval.ms", Long.toString(discoveryIntervalMs()))
        .setBootstrapServers(properties.text(Property.BOOTSTRAP_SERVERS))
        .setTopics(properties.text(Property.INPUT_TOPIC))
        .setGroupId(properties.text(Property.GROUP_ID))
        .setStartingOffsets(startingOffsets())
        .setDeserializer(new InputReader(properties.number(Property.FUTURE_TOLERANCE_SECONDS), lateness(), clock))
        .build();
  }

  /**
   * The output topic, in transactions that checkpoints commit; each aggregate is of at most a few kilobytes. A transaction that is older than
   * {@code transaction.timeout.ms} is aborted by the brokers ({@link marketdata.config.CheckpointRules}).
   */
  public KafkaSink<WindowResult> aggregates() {
    return sink("output", new AggregateWriter(properties.text(Property.OUTPUT_TOPIC)));
  }

  /** The dead-letter topic, the same way; its {@code max.message.bytes} must be above the input topic's (stacks/streaming/topics.ts). */
  public KafkaSink<DeadLetter> deadLetters() {
    return sink("dlq", new DeadLetterWriter(properties.text(Property.DLQ_TOPIC), clock));
  }

  private <T> KafkaSink<T> sink(String role, KafkaRecordSerializationSchema<T> serializer) {
    Properties producer = MskConnection.properties();
    producer.setProperty("transaction.timeout.ms", properties.text(Property.TRANSACTION_TIMEOUT_MS));
    producer.setProperty("max.request.size", Integer.toString(MAX_REQUEST_BYTES));
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(producer)
        .setBootstrapServers(properties.text(Property.BOOTSTRAP_SERVERS))
        .setRecordSerializer(serializer)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(properties.text(Property.TRANSACTIONAL_ID_PREFIX) + "-" + role)
        .build();
  }

  private Lateness lateness() {
    return new Lateness(
        Duration.ofSeconds(properties.number(Property.WINDOW_SECONDS)),
        properties.milliseconds(Property.OUT_OF_ORDERNESS_MS),
        Duration.ofSeconds(properties.number(Property.ALLOWED_LATENESS_SECONDS)));
  }

  /** As often as event time allows for: then event time has not passed the first trades of a new partition. */
  private long discoveryIntervalMs() {
    long wantedMs = properties.number(Property.OUT_OF_ORDERNESS_MS);
    return Math.max(SHORTEST_DISCOVERY_INTERVAL_MS, Math.min(LONGEST_DISCOVERY_INTERVAL_MS, wantedMs));
  }

  private OffsetsInitializer startingOffsets() {
    switch (properties.text(Property.STARTING_OFFSETS)) {
      case "earliest":
        return OffsetsInitializer.earliest();
      case "latest":
        return OffsetsInitializer.latest();
      default:
        return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
    }
  }
}
