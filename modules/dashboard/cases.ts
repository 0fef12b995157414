import type { Cases } from "../../module-kit/cases";
import type { inputs } from "./index";

const widget = { type: "text", x: 0, y: 0, width: 6, height: 2, properties: { markdown: "# Lag" } };

export const cases: Cases<typeof inputs> = {
  minimal: { name: "market-data-dev", body: JSON.stringify({ widgets: [] }) },
  full: { name: "market-data-prod", body: JSON.stringify({ widgets: [widget] }) },
};
