/**
 * Name of a topic. Kafka takes 1 to 249 of these characters, and neither `.` nor `..` (https://kafka.apache.org/documentation/#topicconfigs
 * and `Topic.validate` in its source). Names that begin with `__` are those of Kafka's and MSK's own topics, such as `__consumer_offsets` and
 * `__amazon_msk_canary`. Without lookarounds, which Terraform's expressions lack.
 */
export const TOPIC_NAME =
  /^([a-zA-Z0-9-][a-zA-Z0-9._-]{0,248}|_([a-zA-Z0-9.-][a-zA-Z0-9._-]{0,247})?|[.][a-zA-Z0-9_-][a-zA-Z0-9._-]{0,247}|[.]{2}[a-zA-Z0-9._-]{1,247})$/;

/** What {@link TOPIC_NAME} asks for, to complete "must be …". */
export const TOPIC_NAME_RULE =
  "1 to 249 of a-z, A-Z, 0-9, dot, underscore and hyphen, but not . or .., and not beginning with __";

/** The topic's name in Kafka's metrics, which write a dot as an underscore: Kafka refuses a topic whose name there is another's. */
export const nameInMetrics = (topic: string): string => topic.replaceAll(".", "_");
