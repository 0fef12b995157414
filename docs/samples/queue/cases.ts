import type { Cases } from "../../../module-kit/cases";
import type { inputs } from "./index";

export const cases: Cases<typeof inputs> = {
  minimal: { name: "orders" },
  full: { name: "orders-to-pack", retentionDays: 14 },
};
