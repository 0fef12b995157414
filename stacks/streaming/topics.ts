import { LARGEST_MESSAGE_BYTES } from "../../aws-limits/topic-limits";
import type { Environment } from "../../envs/schema";

const MIB = 1024 * 1024;
const HOUR_MS = 3_600_000;

/** What a dead letter's own headers may add to the record that it holds. */
const DEAD_LETTER_HEADROOM_BYTES = 64 * 1024;

/**
 * Kafka's limit is of the bytes as they are sent. A dead letter is sent as the job read it, so that a record which is small only because
 * it is compressed would fit the input topic and no dead letter, and stop the job for ever: with this the broker measures, and keeps,
 * what is in it.
 */
const MEASURED_UNCOMPRESSED = { "compression.type": "uncompressed" };

/**
 * The job takes a record's Kafka time for the time at which it came. The broker's is the same for everybody who reads it, and cannot be ahead
 * of the clock, as a producer's can (https://kafka.apache.org/documentation/#topicconfigs_message.timestamp.type).
 */
const STAMPED_BY_THE_BROKER = { "message.timestamp.type": "LogAppendTime" };

/**
 * Hours alone end retention: MSK Serverless keeps 250 GiB per partition unless a limit is set, and -1 is what it takes for "no limit"
 * (https://docs.aws.amazon.com/msk/latest/developerguide/serverless-config.html).
 */
const NO_LIMIT_OF_BYTES = { "retention.bytes": "-1" };

/** The environment's topics as the kafka-topics module takes them. A dead letter must hold the largest input record. */
export function topics({ kafka }: Environment) {
  const { input, output, dlq } = kafka.topics;
  const topic = ({ partitions, retentionHours }: typeof input, maxMessageBytes: number, more = {}) => ({
    partitions,
    configs: {
      "retention.ms": String(retentionHours * HOUR_MS),
      ...NO_LIMIT_OF_BYTES,
      "max.message.bytes": String(maxMessageBytes),
      ...more,
    },
  });
  return {
    [input.name]: topic(input, LARGEST_MESSAGE_BYTES - DEAD_LETTER_HEADROOM_BYTES, {
      ...MEASURED_UNCOMPRESSED,
      ...STAMPED_BY_THE_BROKER,
    }),
    [output.name]: topic(output, MIB),
    [dlq.name]: topic(dlq, LARGEST_MESSAGE_BYTES),
  };
}
