import { DeadLetterReason } from "../../../../contracts/dead-letter";
import { loadEnvironment } from "../../../../envs/load";
import { dashboards } from "../../../../stacks/observability/dashboards";
import { dashboardBody } from "../../../../stacks/observability/widgets";
import { sourcesOf } from "./support";

describe("the dashboards", () => {
  const all = dashboards(sourcesOf(loadEnvironment("dev")));

  it("are four, and show at least forty metrics", () => {
    expect(Object.keys(all)).toHaveLength(4);
    const shown = Object.values(all).flatMap((graphs) => graphs.flatMap(({ metrics }) => metrics));
    const unique = new Set(
      shown.map(({ namespace, name, dimensions }) => JSON.stringify([namespace, name, dimensions])),
    );
    expect(unique.size).toBeGreaterThanOrEqual(40);
  });

  it("show what the job refuses by every reason that it counts, as CloudWatch keeps it", () => {
    const refused = all.processing!.flatMap(({ metrics }) => metrics).filter(({ name }) => name === "invalidRecords");
    expect(refused.map(({ dimensions }) => dimensions)).toContainEqual({ Application: "job", reason: "invalid_json" });
    const reasons = refused.map(({ dimensions }) => dimensions.reason);
    expect([...reasons, "late"].sort()).toEqual([...DeadLetterReason.options].sort());
  });

  it("show what each subtask counts as the application's: the sum of its samples, by their number in a period", () => {
    const processing = JSON.parse(dashboardBody("eu-west-1", all.processing!));
    const lines = processing.widgets.flatMap(
      ({ properties }: { properties: { metrics: unknown[] } }) => properties.metrics,
    );
    const application = ["Application", "job"];
    expect(lines).toEqual(
      expect.arrayContaining([
        [{ expression: "m0p / (4 * PERIOD(m0p) / 60)", label: "records in", id: "m0" }],
        ["AWS/KinesisAnalytics", "numRecordsInPerSecond", ...application, { stat: "Sum", id: "m0p", visible: false }],
      ]),
    );
    expect(lines).toContainEqual([
      "AWS/KinesisAnalytics",
      "cpuUtilization",
      ...application,
      expect.objectContaining({ stat: "Maximum" }),
    ]);
    expect(lines).toContainEqual([
      "AWS/KinesisAnalytics",
      "KPUs",
      ...application,
      { stat: "Maximum", label: "KPUs", period: 3600 },
    ]);
  });

  it("keep their periods whatever the range of time, and begin a shift ago", () => {
    for (const graphs of Object.values(all))
      expect(JSON.parse(dashboardBody("eu-west-1", graphs))).toMatchObject({
        start: "-PT8H",
        periodOverride: "inherit",
      });
  });

  it("show the states of alarms above the graphs", () => {
    const [states, first] = JSON.parse(dashboardBody("eu-west-1", all.pipeline!, ["arn:one"])).widgets;
    expect(states).toMatchObject({ type: "alarm", y: 0, width: 24, properties: { alarms: ["arn:one"] } });
    expect(first).toMatchObject({ type: "metric", y: states.height });
  });

  it("lay graphs out three a row, without one over another", () => {
    for (const graphs of Object.values(all)) {
      const { widgets } = JSON.parse(dashboardBody("eu-west-1", graphs));
      const places = widgets.map(({ x, y }: { x: number; y: number }) => `${x}/${y}`);
      expect(new Set(places).size).toBe(graphs.length);
      for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
    }
  });
});
