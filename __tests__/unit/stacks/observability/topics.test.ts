import { loadEnvironment } from "../../../../envs/load";
import { alarmInputs } from "../../../../stacks/observability/alarms/inputs";
import { dashboards } from "../../../../stacks/observability/dashboards";
import { dashboardBody } from "../../../../stacks/observability/widgets";
import { alarmsOf, RUNBOOKS, sourcesOf } from "./support";

describe("a topic's figures", () => {
  interface Inputs {
    readonly mathAlarms: Record<string, { expression: string; metrics: { dimensions: object }[] }>;
  }
  const inputs = (environment: string) => alarmInputs(alarmsOf(environment), RUNBOOKS) as unknown as Inputs;
  const dimensions = (environment: string, alarm: string) =>
    inputs(environment).mathAlarms[alarm]?.metrics.map((metric) => metric.dimensions);

  it("are one metric of MSK Serverless", () => {
    expect(inputs("dev").mathAlarms["no-prices"]?.expression).toBe("prices1");
    expect(dimensions("dev", "dead-letters")).toEqual([
      { "Cluster Name": "kafka", Topic: "dead" },
      { "Cluster Name": "kafka", Topic: "in" },
    ]);
  });

  it.each([
    ["no-prices", "in", "prices"],
    ["job-silent", "out", "aggregates"],
  ])("are added up over provisioned brokers, which report them one by one: %s", (alarm, topic, id) => {
    expect(inputs("staging").mathAlarms[alarm]).toMatchObject({
      expression: `(FILL(${id}1, 0) + FILL(${id}2, 0) + FILL(${id}3, 0))`,
      comparison: "LessThanOrEqualToThreshold",
      threshold: 0,
    });
    expect(dimensions("staging", alarm)).toEqual(
      ["1", "2", "3"].map((id) => ({ "Cluster Name": "kafka", Topic: topic, "Broker ID": id })),
    );
  });

  it("are added up within an expression too", () => {
    expect(inputs("staging").mathAlarms["dead-letters"]?.expression).toBe(
      "IF((FILL(prices1, 0) + FILL(prices2, 0) + FILL(prices3, 0)) > 0, " +
        "100 * (FILL(dead1, 0) + FILL(dead2, 0) + FILL(dead3, 0)) / (FILL(prices1, 0) + FILL(prices2, 0) + FILL(prices3, 0)), 0)",
    );
    expect(dimensions("staging", "dead-letters")).toHaveLength(6);
  });

  it("are added up on dashboards, the brokers' own unseen", () => {
    const graphs = dashboards(sourcesOf(loadEnvironment("staging"))).pipeline!;
    const [{ properties }] = JSON.parse(dashboardBody("eu-west-1", graphs)).widgets;
    const [sum, ...brokers] = properties.metrics.slice(0, 4);
    expect(sum).toEqual([{ expression: "(FILL(m0p1, 0) + FILL(m0p2, 0) + FILL(m0p3, 0))", label: "prices", id: "m0" }]);
    expect(brokers).toContainEqual([
      ...["AWS/Kafka", "MessagesInPerSec", "Cluster Name", "kafka", "Topic", "in", "Broker ID", "2"],
      { stat: "Sum", id: "m0p2", visible: false },
    ]);
  });
});
