import { defineFunction } from "../shared/function";
import { consumerGroup, kafkaSettings, topicName } from "../shared/settings";

/** Reports what is in the output topic, or another one, from a given position. */
export const consumer = defineFunction({
  settings: kafkaSettings.extend({
    OUTPUT_TOPIC: topicName,
    CONSUMER_GROUP: consumerGroup,
  }),
  timeoutSeconds: 60,
  memoryMib: 256,
  reservedConcurrency: 1,
  kafka: "read",
  schedule: { setting: "consumer.schedule" },
  metrics: {
    RecordsRead: { unit: "Count", description: "Aggregates that the consumer read." },
    RecordsInvalid: { unit: "Count", description: "Records read that break the contract." },
    RecordsBehind: {
      unit: "Count",
      description: "Records between the positions reached and the ends of the partitions.",
    },
  },
  alarms: ["consumer-errors", "consumer-missed"],
});
