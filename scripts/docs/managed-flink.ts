import { MANAGED_SETTINGS, RUNTIME_JAVA } from "../../aws-limits/managed-flink";
import { table } from "./sections";

const CHANGED_BY = {
  application: "the application's configuration",
  "support case": "a support case",
  nobody: "nobody",
} as const;

/** What Managed Flink fixes or defaults to. */
export const managedFlinkTable = (): string =>
  table(
    ["setting", "on Managed Flink", "changed by", "source"],
    [
      ["Java of `FLINK-1_20`", String(RUNTIME_JAVA), "a later runtime", ""],
      ...MANAGED_SETTINGS.map(({ option, value, changedBy, page }) => [
        `\`${option}\``,
        `\`${value}\``,
        CHANGED_BY[changedBy],
        `[${new URL(page).hostname.endsWith("amazon.com") ? "AWS" : "Flink's default; AWS names none"}](${page})`,
      ]),
    ],
  );
