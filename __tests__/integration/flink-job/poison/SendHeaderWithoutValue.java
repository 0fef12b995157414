import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Sends a tombstone with a header whose value is null, which kafkajs cannot: arguments are bootstrap, topic, and the text of poison.id. */
public final class SendHeaderWithoutValue {
  private SendHeaderWithoutValue() {}

  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", arguments[0]);
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(arguments[1], 0, null, null);
    record.headers().add("poison.id", arguments[2].getBytes(StandardCharsets.UTF_8));
    record.headers().add("none", null);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    }
  }
}
