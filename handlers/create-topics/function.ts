import { defineFunction } from "../shared/function";
import { kafkaSettings } from "../shared/settings";

/** Creates, changes and deletes topics for Terraform. */
export const createTopics = defineFunction({
  settings: kafkaSettings,
  timeoutSeconds: 300,
  memoryMib: 256,
  reservedConcurrency: 1,
  kafka: "topics",
  metrics: {
    TopicsCreated: { unit: "Count", description: "Topics created." },
    TopicsChanged: { unit: "Count", description: "Topics that got partitions or configurations." },
    TopicsDeleted: { unit: "Count", description: "Topics deleted." },
  },
  alarms: { none: "only Terraform invokes it: a failure fails the apply that asked for it" },
});
