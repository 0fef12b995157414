package marketdata.config;

import java.util.List;

/** Every runtime property of the job: its group, name, default (null: it must be given) and what it may be. */
public enum Property {
  BOOTSTRAP_SERVERS("kafka", "bootstrap.servers", null, Rule.pattern("host:port, comma separated", "[^\\s,:]+:\\d{1,5}(,[^\\s,:]+:\\d{1,5})*")),
  INPUT_TOPIC("kafka", "input.topic", null, Rules.TOPIC),
  OUTPUT_TOPIC("kafka", "output.topic", null, Rules.TOPIC),
  DLQ_TOPIC("kafka", "dlq.topic", null, Rules.TOPIC),
  /** MSK reports no lag for a group whose name has a colon. */
  GROUP_ID("kafka", "group.id", null, Rule.pattern("1 to 249 of letters, digits, dot, hyphen and underscore", "[\\w.-]{1,249}")),

  /** Length of the tumbling windows. A start from a snapshot with windows of another length is refused. */
  WINDOW_SECONDS("job", "window.seconds", "60", Rule.integer(1, 86_400)),
  /** How far event time is behind the newest trade of a partition. */
  OUT_OF_ORDERNESS_MS("job", "out.of.orderness.ms", "5000", Rule.integer(0, 3_600_000)),
  /** How long a partition without trades holds back the windows. */
  IDLENESS_MS("job", "idleness.ms", "30000", Rule.integer(100, 3_600_000)),
  /** How long after its end, and the out-of-orderness, a window still takes trades, by their Kafka time; it is then emitted again. */
  ALLOWED_LATENESS_SECONDS("job", "allowed.lateness.seconds", "3600", Rule.integer(0, 86_400)),
  /** How far ahead of its Kafka time a trade's timestamp may be. */
  FUTURE_TOLERANCE_SECONDS("job", "future.tolerance.seconds", "300", Rule.integer(0, 86_400)),
  /** After which the brokers abort a transaction, whose records are then lost; they allow 15 minutes ({@link CheckpointRules}). */
  TRANSACTION_TIMEOUT_MS("job", "transaction.timeout.ms", "900000", Rule.integer(60_000, 900_000)),
  TRANSACTIONAL_ID_PREFIX("job", "transactional.id.prefix", "market-data", Rule.pattern("1 to 200 of letters, digits, dot, hyphen and underscore", "[\\w.-]{1,200}")),
  /** Where a start without a snapshot begins; "committed" is the group's position, or the earliest record. */
  STARTING_OFFSETS("job", "starting.offsets", "committed", Rule.oneOf(List.of("committed", "earliest", "latest")));

  final String group;
  final String key;
  final String defaultValue;
  final Rule rule;

  Property(String group, String key, String defaultValue, Rule rule) {
    this.group = group;
    this.key = key;
    this.defaultValue = defaultValue;
    this.rule = rule;
  }

  /** Group and name, as messages and documents write it. */
  public String path() {
    return group + "/" + key;
  }

  private static final class Rules {
    static final Rule TOPIC = Rule.pattern("a topic name: 1 to 249 of letters, digits, dot, hyphen and underscore", "[\\w.-]{1,249}");
  }
}
