package marketdata.bench;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes a topic and fills it: {@code <host:port> <topic> <partitions> <tickers> <records>}. */
public final class Fill {
  private Fill() {}

  public static void main(String[] arguments) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("bootstrap.servers", arguments[0]);
    properties.setProperty("linger.ms", "50");
    properties.setProperty("batch.size", "262144");
    properties.setProperty("acks", "all");
    fill(properties, arguments[1], Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), Long.parseLong(arguments[4]));
  }

  private static void fill(Properties properties, String topic, int partitions, int tickers, long records) throws Exception {
    try (Admin admin = Admin.create(properties)) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(Map.of("retention.ms", "-1")))).all().get();
    }
    Market market = new Market(tickers);
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (long number = 0; number < records; number++) {
        String ticker = market.ticker(number);
        byte[] key = ticker.getBytes(StandardCharsets.UTF_8);
        int partition = (int) (number % partitions);
        // The time that a broker would have given it, so that no trade is late.
        long sentMs = Market.sentAt(number) * 1000;
        producer.send(new ProducerRecord<>(topic, partition, sentMs, key, market.value(number, ticker), Market.headers()));
      }
    }
  }
}
