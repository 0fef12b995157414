import type { Cases, Invalid } from "../../module-kit/cases";
import type { inputs } from "./index";

const required = {
  functionName: "market-data-dev-create-topics",
  clusterArn: "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1",
};

export const cases: Cases<typeof inputs> = {
  minimal: { ...required, topics: { prices: { partitions: 3 } } },
  full: {
    ...required,
    deletion: "empty",
    retiredTopics: ["old-prices"],
    topics: {
      prices: { partitions: 6, configs: { "retention.ms": "86400000" } },
      "dead-letters": { partitions: 1, configs: { "cleanup.policy": "delete", "max.message.bytes": "1048576" } },
    },
  },
};

const prices = { prices: { partitions: 1 } };

export const invalid: Invalid<typeof inputs> = {
  "a topic to delete where nothing may be deleted": {
    inputs: { ...required, topics: prices, retiredTopics: ["old-prices"] },
    message:
      "retired_topics must be empty where deletion is never: set deletion to empty to delete topics without records.",
  },
  "a topic to keep and to delete": {
    inputs: { ...required, topics: prices, deletion: "empty", retiredTopics: ["prices"] },
    message:
      "topics and retired_topics must differ, also once a dot is an underscore, as in Kafka's metrics: Kafka refuses such names.",
  },
  "two topics that are one in Kafka's metrics": {
    inputs: { ...required, topics: { "stock.prices": { partitions: 1 }, stock_prices: { partitions: 1 } } },
    message:
      "topics and retired_topics must differ, also once a dot is an underscore, as in Kafka's metrics: Kafka refuses such names.",
  },
};
