import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const required = {
  functionName: "market-data-dev-create-topics",
  clusterArn: "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1",
};

export const cases: Cases<typeof inputs> = {
  minimal: { ...required, topics: { prices: { partitions: 3 } } },
  full: {
    ...required,
    topics: {
      prices: { partitions: 6, configs: { "retention.ms": "86400000" } },
      "dead-letters": { partitions: 1, configs: { "cleanup.policy": "delete", "max.message.bytes": "1048576" } },
    },
  },
};
