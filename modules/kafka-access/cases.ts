import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const clusterArn =
  "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1";

export const cases: Cases<typeof inputs> = {
  minimal: { name: "market-data-dev-reader", clusterArn, readTopics: ["prices"], groups: ["readers"] },
  full: {
    name: "market-data-dev-all",
    clusterArn,
    readTopics: ["prices"],
    writeTopics: ["aggregates", "dead-letters"],
    adminTopics: ["prices", "aggregates"],
    deleteTopics: ["aggregates"],
    groups: ["job-*"],
    transactionalIds: ["job-*"],
    tags: { Team: "data" },
  },
  writer: { name: "market-data-dev-writer", clusterArn, writeTopics: ["prices"] },
};
