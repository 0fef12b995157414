package marketdata.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.charset.StandardCharsets;
import marketdata.CorrelationId;
import marketdata.contract.StockAggregate;
import marketdata.output.WindowResult;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes an aggregate as JSON, keyed by its ticker. The record's Kafka time is left to the producer's clock: with the window's time, a
 * replay of old trades would be older than the topic's retention and vanish.
 */
final class AggregateWriter implements KafkaRecordSerializationSchema<WindowResult> {
  private final String topic;
  private transient ObjectWriter json;

  AggregateWriter(String topic) {
    this.topic = topic;
  }

  @Override
  public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
    JobSaslProvider.unregisterWith(context.getUserCodeClassLoader());
    json = new ObjectMapper().writerFor(StockAggregate.class);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(WindowResult result, KafkaSinkContext context, Long timestamp) {
    byte[] key = result.aggregate.getTicker().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, null, null, key, value(result.aggregate));
    // Once more, because windows in snapshots of earlier versions may have any id.
    String correlationId = CorrelationId.carried(result.correlationId);
    if (correlationId != null) {
      record.headers().add(CorrelationId.HEADER, correlationId.getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }

  private byte[] value(StockAggregate aggregate) {
    try {
      return json.writeValueAsBytes(aggregate);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("An aggregate of numbers and text cannot be written as JSON", impossible);
    }
  }
}
