import type { Kafka } from "../../envs/schema/kafka";

/** IDs of the brokers: MSK counts them from 1. MSK Serverless shows none. */
export const brokerIds = (kafka: Kafka): string[] =>
  kafka.mode === "serverless" ? [] : Array.from({ length: kafka.brokerCount }, (_, index) => String(index + 1));
