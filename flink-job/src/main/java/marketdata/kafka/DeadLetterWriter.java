package marketdata.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import marketdata.Clock;
import marketdata.output.DeadLetter;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Writes a dead letter: value, key and headers as they came, and the headers of contracts/dead-letter.ts after them. */
final class DeadLetterWriter implements KafkaRecordSerializationSchema<DeadLetter> {
  private final String topic;
  private final Clock clock;

  DeadLetterWriter(String topic, Clock clock) {
    this.topic = topic;
    this.clock = clock;
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    JobSaslProvider.unregisterWith(context.getUserCodeClassLoader());
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    Headers headers = letter.raw.copyOfHeaders();
    add(headers, "dlq.reason", letter.reason.value());
    add(headers, "dlq.detail", letter.detail);
    add(headers, "dlq.source", letter.raw.source());
    add(headers, "dlq.at", Instant.ofEpochMilli(clock.millis()).truncatedTo(ChronoUnit.MILLIS).toString());
    return new ProducerRecord<>(topic, null, null, letter.raw.key, letter.raw.value, headers);
  }

  private static void add(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
