/**
 * Topic settings that MSK Serverless lets one make; others, such as `min.insync.replicas`, make it refuse the topic
 * (https://docs.aws.amazon.com/msk/latest/developerguide/serverless-config.html).
 */
export const TOPIC_CONFIGS = [
  "cleanup.policy",
  "compression.type",
  "max.message.bytes",
  "message.timestamp.difference.max.ms",
  "message.timestamp.type",
  "retention.bytes",
  "retention.ms",
] as const;

/** Largest `max.message.bytes`: 8 MiB (https://docs.aws.amazon.com/msk/latest/developerguide/limits.html). */
export const LARGEST_MESSAGE_BYTES = 8 * 1024 * 1024;

/** Partitions that a cluster of MSK Serverless may have (same page). */
export const MOST_PARTITIONS = 2400;
