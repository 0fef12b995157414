import { environmentNames, loadEnvironment } from "../../../../envs/load";
import { definitionOf, FUNCTION_NAMES, type FunctionName } from "../../../../handlers/functions";
import type { Alarm } from "../../../../stacks/observability/alarms/alarm";
import { dashboards } from "../../../../stacks/observability/dashboards";
import type { Metric } from "../../../../stacks/observability/metric";
import { alarmsOf, sourcesOf } from "./support";

/** Every alarm that some environment has; the consumer has a schedule in none of the files, so one is given. */
const ALARMS: Record<string, Alarm> = Object.assign(
  {},
  ...environmentNames().map((name) => alarmsOf(name, { consumer: { schedule: "rate(1 hour)" } })),
);
const sources = sourcesOf({ ...loadEnvironment("dev"), consumer: { schedule: "rate(1 hour)" } });

const metricsOf = (alarm: Alarm): Metric[] => ("metric" in alarm ? [alarm.metric] : Object.values(alarm.metrics));

/** Whether a metric is the function's own, Lambda's of it, or of its queue of missed invocations. */
function isOf(name: FunctionName, { dimensions }: Metric): boolean {
  const { service, FunctionName, QueueName } = dimensions;
  return (
    service === name ||
    FunctionName === sources.functions[name] ||
    (QueueName !== undefined && QueueName === sources.missed[name])
  );
}

describe.each(FUNCTION_NAMES)("%s", (name) => {
  const { alarms } = definitionOf(name);

  it("names the alarms on it, or says why it has none", () => {
    const found = Object.keys(ALARMS).filter((alarm) => metricsOf(ALARMS[alarm]!).some((metric) => isOf(name, metric)));
    if ("none" in alarms) expect(alarms.none).not.toBe("");
    expect(found.sort()).toEqual("none" in alarms ? [] : [...alarms].sort());
  });

  it("has its errors on the dashboard to open first", () => {
    const errors = dashboards(sources).pipeline!.find(({ title }) => title === "Function errors")!.metrics;
    expect(errors.filter((metric) => isOf(name, metric))).toHaveLength(1);
  });
});
