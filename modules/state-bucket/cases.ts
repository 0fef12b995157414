import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

export const cases: Cases<typeof inputs> = {
  minimal: { bucketName: "acme-market-data-dev-state" },
  full: { bucketName: "acme-market-data-prod-state", noncurrentDays: 90, forceDestroy: true, tags: { Team: "data" } },
};
