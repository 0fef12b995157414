package marketdata.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The job's runtime properties, checked as a whole before anything starts. */
public final class JobProperties {
  private final Map<Property, String> values;

  private JobProperties(Map<Property, String> values) {
    this.values = values;
  }

  /**
   * Checks property groups, as Managed Service for Apache Flink hands them out.
   *
   * @throws IllegalArgumentException that lists every unknown group, unknown property, missing property and wrong value
   */
  public static JobProperties of(Map<String, Properties> groups) {
    List<String> problems = new ArrayList<>(unknown(groups));
    Map<Property, String> values = new EnumMap<>(Property.class);
    for (Property property : Property.values()) {
      String value = groups.getOrDefault(property.group, new Properties()).getProperty(property.key, property.defaultValue);
      if (value == null) {
        problems.add(property.path() + " is missing; it must be " + property.rule.allowed());
      } else if (!property.rule.accepts(value)) {
        problems.add(property.path() + " is \"" + value + "\"; it must be " + property.rule.allowed());
      }
      values.put(property, value);
    }
    problems.addAll(sharedTopics(values));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("The job cannot start. Correct its runtime properties:\n  " + String.join("\n  ", problems));
    }
    return new JobProperties(values);
  }

  private static List<String> unknown(Map<String, Properties> groups) {
    List<String> known = Arrays.stream(Property.values()).map(Property::path).collect(Collectors.toList());
    Stream<String> emptyGroups = groups.keySet().stream()
        .filter(group -> groups.get(group).isEmpty() && known.stream().noneMatch(path -> path.startsWith(group + "/")));
    Stream<String> properties = groups.entrySet().stream()
        .flatMap(group -> group.getValue().stringPropertyNames().stream().map(key -> group.getKey() + "/" + key))
        .filter(path -> !known.contains(path));
    return Stream.concat(emptyGroups, properties)
        .sorted()
        .map(path -> path + " is not a property of this job; there are " + String.join(", ", known))
        .collect(Collectors.toList());
  }

  /** Topics that have one name: the job would read what it writes, or mix its aggregates with dead letters. */
  private static List<String> sharedTopics(Map<Property, String> values) {
    List<String> problems = new ArrayList<>();
    Map<String, Property> topics = new HashMap<>();
    for (Property property : List.of(Property.INPUT_TOPIC, Property.OUTPUT_TOPIC, Property.DLQ_TOPIC)) {
      String topic = values.get(property);
      Property other = topic == null ? null : topics.putIfAbsent(topic, property);
      if (other != null) {
        problems.add(property.path() + " is \"" + topic + "\", as " + other.path() + " is; it must be a topic of its own");
      }
    }
    return problems;
  }

  /** The value as it was given, or the default; never null. */
  public String text(Property property) {
    return values.get(property);
  }

  /** The value of a property whose rule is an integer, in the unit that its name ends with. */
  public long number(Property property) {
    return Long.parseLong(values.get(property));
  }

  /** The value of a property whose name ends with {@code .ms}. */
  public Duration milliseconds(Property property) {
    return Duration.ofMillis(number(property));
  }

  /** All values as {@code group/name=value}, for the log. */
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey().path() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }
}
