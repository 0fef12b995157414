package marketdata.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobPropertiesTest {
  private final Map<String, Properties> groups = new HashMap<>();

  @BeforeEach
  void required() {
    groups.put("kafka", new Properties());
    groups.put("job", new Properties());
    groups.get("kafka").setProperty("bootstrap.servers", "a.kafka:9098,b.kafka:9098");
    groups.get("kafka").setProperty("input.topic", "input");
    groups.get("kafka").setProperty("output.topic", "output");
    groups.get("kafka").setProperty("dlq.topic", "dlq");
    groups.get("kafka").setProperty("group.id", "job");
  }

  private String refusal() {
    return assertThrows(IllegalArgumentException.class, () -> JobProperties.of(groups)).getMessage();
  }

  @Test
  void whatIsNotGivenHasADefault() {
    JobProperties properties = JobProperties.of(groups);
    assertEquals(60, properties.number(Property.WINDOW_SECONDS));
    assertEquals(Duration.ofSeconds(5), properties.milliseconds(Property.OUT_OF_ORDERNESS_MS));
    assertEquals("committed", properties.text(Property.STARTING_OFFSETS));
  }

  @Test
  void everyDefaultIsAllowed() {
    for (Property property : Property.values()) {
      assertTrue(property.defaultValue == null || property.rule.accepts(property.defaultValue), property.path());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "job | window.seconds | 0 | job/window.seconds is \"0\"; it must be an integer from 1 to 86400",
    "job | window.seconds | 1m | job/window.seconds is \"1m\"; it must be an integer from 1 to 86400",
    "job | idleness.ms | -1 | job/idleness.ms is \"-1\"; it must be an integer from 100 to 3600000",
    "job | starting.offsets | newest | it must be one of committed, earliest, latest",
    "job | transaction.timeout.ms | 900001 | it must be an integer from 60000 to 900000",
    "kafka | bootstrap.servers | broker | kafka/bootstrap.servers is \"broker\"; it must be host:port, comma separated",
    "kafka | group.id | a:b | kafka/group.id is \"a:b\"; it must be 1 to 249 of letters",
    "kafka | input.topic | a b | kafka/input.topic is \"a b\"; it must be a topic name",
    "job | window.second | 60 | job/window.second is not a property of this job; there are kafka/bootstrap.servers",
    "jobs | window.seconds | 60 | jobs/window.seconds is not a property of this job",
  })
  void aWrongValueStopsTheStart(String group, String key, String value, String message) {
    groups.computeIfAbsent(group, name -> new Properties()).setProperty(key, value);
    String refusal = refusal();
    assertTrue(refusal.contains(message), refusal);
  }

  @Test
  void anUnknownGroupStopsTheStartEvenIfItIsEmpty() {
    groups.put("jobs", new Properties());
    String refusal = refusal();
    assertTrue(refusal.contains("jobs is not a property of this job"), refusal);
  }

  @ParameterizedTest
  @CsvSource({"output.topic, input, input.topic", "dlq.topic, input, input.topic", "dlq.topic, output, output.topic"})
  void everyTopicHasANameOfItsOwn(String key, String topic, String other) {
    groups.get("kafka").setProperty(key, topic);
    String refusal = refusal();
    String message = "kafka/" + key + " is \"" + topic + "\", as kafka/" + other + " is; it must be a topic of its own";
    assertTrue(refusal.contains(message), refusal);
  }

  @Test
  void everyProblemIsListed() {
    groups.remove("kafka");
    groups.get("job").setProperty("idleness.ms", "never");
    String refusal = refusal();
    assertEquals(7, refusal.split("\n").length, refusal);
    assertTrue(refusal.contains("kafka/input.topic is missing; it must be a topic name"), refusal);
  }
}
