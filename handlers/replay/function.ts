import * as z from "zod";
import { defineFunction } from "../shared/function";
import { consumerGroup, kafkaSettings, topicName } from "../shared/settings";

/** Lists, exports and publishes dead letters. */
export const replay = defineFunction({
  settings: kafkaSettings.extend({
    INPUT_TOPIC: topicName,
    DLQ_TOPIC: topicName,
    CONSUMER_GROUP: consumerGroup,
    TRANSACTIONAL_ID: z.string().min(1),
    EXCHANGE_BUCKET: z.string().min(3),
  }),
  // Lambda's longest, because topics are read from end to end.
  timeoutSeconds: 900,
  // An export is in memory before it is written.
  memoryMib: 2048,
  reservedConcurrency: 1,
  kafka: "replay",
  metrics: {},
  alarms: { none: "only `npm run replay` invokes it, and prints the failure" },
});
