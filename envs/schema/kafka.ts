import { z } from "zod";
import {
  BROKER_TYPE,
  BROKER_TYPE_HINT,
  DEFAULT_KAFKA_VERSION,
  KAFKA_VERSION,
  KAFKA_VERSION_HINT,
} from "../../aws-limits/msk";
import { MOST_PARTITIONS } from "../../aws-limits/topic-limits";
import { TOPIC_DELETION } from "../../contracts/topic-deletion";
import { TOPIC_NAME, TOPIC_NAME_RULE } from "../../contracts/topic-name";
import { section } from "./section";

const topicName = z.string().regex(TOPIC_NAME, `must be ${TOPIC_NAME_RULE}`);

/**
 * A topic. Partitions can grow but never shrink.
 * The limit is MSK Serverless' quota a cluster (https://docs.aws.amazon.com/msk/latest/developerguide/limits.html).
 */
const Topic = section({
  name: topicName.describe("Name of the topic."),
  partitions: z.int().min(1).max(MOST_PARTITIONS).describe("Partitions."),
  retentionHours: z.int().min(1).max(8760).describe("Hours that records are kept."),
});

const common = {
  topics: section({
    input: Topic.describe("Prices as they arrive."),
    output: Topic.describe("Aggregates."),
    dlq: Topic.describe("Records that the job refused."),
  }),
  topicDeletion: z
    .enum(TOPIC_DELETION, 'must be "never", "empty" (only topics without records) or "always"')
    .optional()
    .describe(
      "Topics that a destroy and retiredTopics may delete: never by default where protectData is true, else empty.",
    ),
  retiredTopics: z
    .array(topicName)
    .default([])
    .describe("Topics of earlier names to delete; a topic that is only renamed or left out stays, with its records."),
};

/**
 * An alarm takes ten metrics (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html), and
 * `dead-letters` adds two up for each broker, because MSK reports topics per broker.
 */
export const MOST_BROKERS = 4;

/** The cluster: MSK Serverless, or brokers of a given number and size. */
export const Kafka = z.discriminatedUnion(
  "mode",
  [
    section({ mode: z.literal("serverless"), ...common }),
    section({
      mode: z.literal("provisioned"),
      ...common,
      brokerCount: z
        .int()
        .min(2)
        .max(
          MOST_BROKERS,
          `must be at most ${MOST_BROKERS}, for an alarm cannot add up more; take a larger instanceType`,
        )
        .describe("Brokers; a multiple of the availability zones."),
      instanceType: z.string().regex(BROKER_TYPE, `must ${BROKER_TYPE_HINT}`).describe("Broker type."),
      volumeGib: z.int().min(1).max(16_384).describe("GiB of storage a broker."),
      kafkaVersion: z
        .string()
        .regex(KAFKA_VERSION, `must ${KAFKA_VERSION_HINT}`)
        .default(DEFAULT_KAFKA_VERSION)
        .describe("Version of Kafka; with .kraft, without ZooKeeper."),
    }),
  ],
  { error: 'must have a "mode": "serverless" or "provisioned"' },
);
export type Kafka = z.infer<typeof Kafka>;
