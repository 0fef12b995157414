import { definitionOf, FUNCTION_NAMES, type FunctionName } from "../../handlers/functions";
import { COMMON_METRICS, type FunctionMetric } from "../../handlers/shared/function";
import { table } from "./sections";

/** The functions as their definitions describe them. */
export const functionsTable = (): string =>
  table(
    ["function", "settings", "time-out", "memory", "concurrency", "schedule", "alarms"],
    FUNCTION_NAMES.map((name) => {
      const { settings, timeoutSeconds, memoryMib, reservedConcurrency } = definitionOf(name);
      return [
        `[\`${name}\`](../handlers/${name}/function.ts)`,
        Object.keys(settings.shape)
          .map((setting) => `\`${setting}\``)
          .join(", "),
        `${timeoutSeconds} s`,
        `${memoryMib} MiB`,
        reservedConcurrency === undefined ? "unreserved" : String(reservedConcurrency),
        schedule(name),
        alarms(name),
      ];
    }),
  );

/** What the functions publish: first what each does, then what is of one. */
export function functionMetricsTable(): string {
  const rows = (who: string, metrics: Readonly<Record<string, FunctionMetric>>) =>
    Object.entries(metrics).map(([metric, { unit, description }]) => [who, `\`${metric}\``, unit, description]);
  return table(
    ["function", "metric", "unit", "what it counts"],
    [
      ...rows("each", COMMON_METRICS),
      ...FUNCTION_NAMES.flatMap((name) => rows(`\`${name}\``, definitionOf(name).metrics)),
    ],
  );
}

function schedule(name: FunctionName): string {
  const { schedule } = definitionOf(name);
  if (!schedule) return "";
  return `\`${"expression" in schedule ? schedule.expression : schedule.setting}\``;
}

function alarms(name: FunctionName): string {
  const { alarms } = definitionOf(name);
  return "none" in alarms ? `none: ${alarms.none}` : alarms.map((alarm) => `\`${alarm}\``).join(", ");
}
