import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const clusterArn =
  "arn:aws:kafka:eu-west-1:123456789012:cluster/market-data-dev/aaaabbbb-cccc-dddd-eeee-ffff00001111-s1";

export const cases: Cases<typeof inputs> = {
  minimal: { clusterArn },
  full: { clusterArn: clusterArn.replace("dev", "prod"), trustSourceAccount: true },
};
