package marketdata.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** With Kafka's real client, which may rename its metric in any version; that it counts is seen where there is a broker, in the fault suite. */
class FetchProgressTest {
  private static Map<String, Object> client(String id) {
    return Map.of(
        "client.id", id, "bootstrap.servers", "127.0.0.1:1", "metric.reporters", FetchProgress.class.getName());
  }

  private static KafkaConsumer<byte[], byte[]> consumer(String id) {
    return new KafkaConsumer<>(client(id), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Test
  void isKnownByItsSubtaskFromTheConsumersBeginningToItsEnd() {
    assertEquals(FetchProgress.UNKNOWN, FetchProgress.answered(3));
    try (KafkaConsumer<byte[], byte[]> consumer = consumer("group-1-3")) {
      assertEquals(0, FetchProgress.answered(3));
      assertEquals(FetchProgress.UNKNOWN, FetchProgress.answered(1));
    }
    assertEquals(FetchProgress.UNKNOWN, FetchProgress.answered(3));
  }

  @Test
  void theEndOfAnEarlierConsumerDoesNotHideTheLaterOne() {
    KafkaConsumer<byte[], byte[]> earlier = consumer("group-4");
    try (KafkaConsumer<byte[], byte[]> later = consumer("group-4")) {
      earlier.close();
      assertEquals(0, FetchProgress.answered(4));
    }
  }

  /** Flink gives the same properties to the client that looks for partitions. */
  @Test
  void aClientThatReadsNothingIsNone() {
    try (Admin admin = Admin.create(client("group-5-enumerator-admin-client"))) {
      assertEquals(FetchProgress.UNKNOWN, FetchProgress.answered(5));
    }
  }
}
